public import Chat
public import Detection
import Evaluation
import Store

/// What a comparison runs: detectors × policies × views × splits × repeats on one corpus.
public struct RunPlan: Sendable {
  /// The corpus by name.
  public var corpus: String
  /// Detectors by name, the oracle included where wanted.
  public var detectors: [String]
  /// Stop policies by name.
  public var policies: [String]
  /// What the detectors may read; a detector is left out of the views it cannot work from.
  public var views: [View]
  /// The splits that are scored.
  public var splits: [Chat.Split]
  /// What the policies are fitted for.
  public var objective: PolicyFitting.Objective
  /// The seed of training.
  public var seed: UInt64
  /// How often each run is repeated, with seeds `seed`, `seed + 1`, …
  public var repeats: Int
  /// How the detectors from elsewhere among ``detectors`` are run.
  public var externals: [ExternalManifest] = []
  /// The detector that does nothing, by which the way to those from elsewhere is measured.
  public var echo: ExternalManifest?

  /// A plan.
  public init(
    corpus: String, detectors: [String], policies: [String] = ["threshold"],
    views: [View] = [.full], splits: [Chat.Split] = [.test],
    objective: PolicyFitting.Objective = .f1, seed: UInt64 = 1, repeats: Int = 1
  ) {
    (self.corpus, self.detectors) = (corpus, detectors)
    (self.policies, self.views) = (policies, views)
    (self.splits, self.objective, self.seed, self.repeats) = (splits, objective, seed, repeats)
  }

  /// The SHA-256 of everything that decides a run's result: equal keys, equal predictions.
  static func key(
    content: String, split: Chat.Split, detector: String, version: Int, policy: String,
    objective: String, view: String, seed: UInt64
  ) -> String {
    let parts = [
      "nightlight-run-1", content, split.rawValue, detector, "\(version)", policy, objective, view,
      "\(seed)",
    ]
    return SHA256.hex(SHA256.digest(of: parts.joined(separator: "\n").utf8))
  }
}
