/// Why an experiment could not be done; the text says where, what, and what was expected.
public enum ExperimentError: Error, Equatable, CustomStringConvertible {
  /// A file that should be a model is none.
  case invalidModel(path: String, reason: String)
  /// A split that the work needs has no labelled conversation of a class.
  case missingClass(corpus: String, split: String, label: String)
  /// The corpus name is taken by other content.
  case corpusExists(String)
  /// A corpus has no conversation in the splits that noise should be put on.
  case nothingToPerturb(corpus: String, splits: [String])
  /// Padding needs ordinary conversations of two groups in the split and locale.
  case noOrdinaryTalk(corpus: String, split: String)
  /// A detector's name is unknown.
  case unknownDetector(String, known: [String])
  /// A run cannot be resumed.
  case nothingToResume(String)
  /// A detector cannot keep running sums, or not behind this view.
  case noRunningSums(detector: String, view: String, known: [String])
  /// No conversation counts for a calibration.
  case nothingToCalibrate(abstained: Int)
  /// A file that should describe a detector from elsewhere does not.
  case invalidManifest(path: String, reason: String)
  /// A file could not be read.
  case unreadable(path: String, reason: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .invalidModel(let path, let reason): "\(path): \(reason)"
    case .missingClass(let corpus, let split, let label):
      "corpus '\(corpus)': split '\(split)' holds no \(label) conversation; "
        + "training and fitting need both classes"
    case .corpusExists(let name):
      "corpus '\(name)' is there already with other content; "
        + "remove it with 'nightlight-corpus rm \(name)' or give another --name"
    case .nothingToPerturb(let corpus, let splits):
      "corpus '\(corpus)' holds no conversation in \(splits.joined(separator: ", ")); "
        + "noise is put on test splits alone"
    case .noOrdinaryTalk(let corpus, let split):
      "corpus '\(corpus)': split '\(split)' holds too little ordinary talk to pad with; "
        + "expected ordinary or benign conversations of two groups in every locale"
    case .unknownDetector(let name, let known):
      "unknown detector '\(name)'; expected one of \(known.joined(separator: ", "))"
    case .nothingToResume(let what): "\(what); see 'nightlight-bench runs'"
    case .noRunningSums(let detector, let view, let known):
      "'\(detector)' behind the view '\(view)' keeps no running sums; "
        + "expected one of \(known.joined(separator: ", ")) and the view 'full'"
    case .nothingToCalibrate(let abstained):
      "no conversation to calibrate on"
        + (abstained > 0 ? "; \(abstained) are of a locale that the model never saw" : "")
    case .invalidManifest(let path, let reason): "\(path): \(reason)"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    }
  }
}
