import Chat
import Store

extension RunRecord {
  /// A run of a detector on the test split.
  static func sample(
    key: String, corpus: String = "small", detector: String = "keywords",
    kind: DetectorKind = .builtin, policy: String = "threshold", view: String = "full",
    objective: String = "f1", status: Status = .done, finished: String? = "2031-05-02T18:04:11Z"
  ) -> RunRecord {
    RunRecord(
      key: key, corpus: corpus, split: .test, detector: detector, detectorKind: kind,
      detectorVersion: 1, detectorParameters: #"{"alpha":0.5}"#, policy: policy,
      policyParameters: #"{"threshold":0.25}"#, view: view, objective: objective, seed: 7,
      status: status, startedUTC: "2031-05-02T18:00:00Z", finishedUTC: finished)
  }
}
