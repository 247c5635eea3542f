import Chat
public import Store

extension ReportData {
  /// The names that `--split` takes.
  public static var splitNames: [String] { Split.allCases.map(\.rawValue) }

  /// Opens the database of a workbench that is there already.
  ///
  /// - Throws: ``ReportError/noDatabase(path:)`` rather than making an empty one, and what the
  ///   workbench throws.
  public static func openWorkbench(at path: String) throws -> Workbench {
    guard isFile(path) else { throw ReportError.noDatabase(path: path) }
    return try Workbench(path: path)
  }

  /// The one corpus and track that a single figure is about.
  ///
  /// - Throws: ``ReportError/ambiguousCorpus(_:)`` where several corpora have results, and
  ///   ``ReportError/noRuns(corpus:split:)`` where none has.
  public func onlyTrack(split: String) throws(ReportError) -> (corpus: String, track: TrackReport) {
    let found = corpora.compactMap { corpus in
      corpus.tracks.first { $0.split == split }.map { (corpus.record.name, $0) }
    }
    guard let first = found.first else {
      throw .noRuns(corpus: corpora.map(\.record.name).joined(separator: ", "), split: split)
    }
    guard found.count == 1 else { throw .ambiguousCorpus(found.map(\.0)) }
    return first
  }
}
