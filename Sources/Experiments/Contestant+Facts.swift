import Audits
import Detection

extension Contestant {
  /// What a run keeps of the detector itself, so that reports can say it without knowing detectors.
  var facts: [(name: String, value: String)] {
    if let external {
      return [("summary", external.manifest.summary)]
    }
    guard let detector, let entry = DetectorCatalogue.entries.first(where: { $0.name == name })
    else {
      return [
        ("summary", "Control: logistic regression on the gold acts that no detector sees"),
        ("weakness", "Knows the truth: it says what the task allows, not what a detector can do."),
      ]
    }
    return [
      ("summary", entry.summary), ("source", entry.source), ("cost", entry.cost),
      ("weakness", entry.weakness),
      ("views", entry.views.map(\.rawValue).joined(separator: ", ")),
      ("grid", entry.grid.map { "\($0.name): \($0.value)" }.joined(separator: "; ")),
      ("state_bytes_cap", "\(detector.stateBytesCap)"),
    ]
  }
}
