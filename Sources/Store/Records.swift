public import Chat
public import Evaluation

/// A corpus in the database.
public struct CorpusRecord: Sendable, Equatable {
  public var id: Int
  public var name: String
  /// SHA-256 over the canonical bytes of all its conversations, 64 hex digits.
  public var contentSHA256: String
  /// `generated`, `jsonl`, `pan12`, …
  public var source: String
  public var seed: UInt64?
  /// The recipe as JSON, for generated corpora.
  public var recipe: String?
  public var conversations: Int
  public var messages: Int
  public var createdUTC: String

  public init(
    id: Int = 0, name: String, contentSHA256: String, source: String, seed: UInt64? = nil,
    recipe: String? = nil, conversations: Int = 0, messages: Int = 0, createdUTC: String = ""
  ) {
    (self.id, self.name, self.contentSHA256, self.source) = (id, name, contentSHA256, source)
    (self.seed, self.recipe, self.conversations) = (seed, recipe, conversations)
    (self.messages, self.createdUTC) = (messages, createdUTC)
  }
}

/// Whether a row of the leaderboard competes or controls.
public enum DetectorKind: String, Sendable, CaseIterable {
  case builtin, external, imported, control
}

/// What a run is: everything that decides its result, and how far it came.
public struct RunRecord: Sendable, Equatable {
  public enum Status: String, Sendable { case running, done, partial, failed, interrupted }

  public var id: Int
  /// SHA-256 of everything that decides the result.
  public var key: String
  public var corpus: String
  public var split: Split
  public var detector: String
  public var detectorKind: DetectorKind
  public var detectorVersion: Int
  /// JSON object of the parameters that were chosen.
  public var detectorParameters: String
  /// `threshold` or `skepticism`.
  public var policy: String
  /// JSON object of the fitted parameters of the policy.
  public var policyParameters: String
  public var view: String
  /// `f1`, or `fpr<=0.01`.
  public var objective: String
  public var seed: UInt64
  public var repeatNumber: Int
  public var status: Status
  public var error: String?
  public var startedUTC: String
  public var finishedUTC: String?
  public var trainSeconds: Double?
  public var modelBytes: Int?
  public var messagesPerSecond: Double?

  public init(
    id: Int = 0, key: String, corpus: String, split: Split, detector: String,
    detectorKind: DetectorKind, detectorVersion: Int, detectorParameters: String, policy: String,
    policyParameters: String, view: String, objective: String, seed: UInt64, repeatNumber: Int = 0,
    status: Status = .running, error: String? = nil, startedUTC: String, finishedUTC: String? = nil,
    trainSeconds: Double? = nil, modelBytes: Int? = nil, messagesPerSecond: Double? = nil
  ) {
    (self.id, self.key, self.corpus, self.split, self.detector) = (id, key, corpus, split, detector)
    (self.detectorKind, self.detectorVersion) = (detectorKind, detectorVersion)
    (self.detectorParameters, self.policy) = (detectorParameters, policy)
    (self.policyParameters, self.view, self.objective) = (policyParameters, view, objective)
    (self.seed, self.repeatNumber, self.status, self.error) = (seed, repeatNumber, status, error)
    (self.startedUTC, self.finishedUTC, self.trainSeconds) = (startedUTC, finishedUTC, trainSeconds)
    (self.modelBytes, self.messagesPerSecond) = (modelBytes, messagesPerSecond)
  }
}

/// What a detector said of one conversation, as a run keeps it.
public struct PredictionRecord: Sendable, Equatable {
  /// The id of the conversation in its corpus file.
  public var conversation: String
  public var outcome: PredictionOutcome
  public var score: Double?
  /// 1-based.
  public var alertMessage: Int?
  /// The score after every message, where the run keeps them.
  public var messageScores: [Double]

  public init(
    conversation: String, outcome: PredictionOutcome = .ok, score: Double?, alertMessage: Int?,
    messageScores: [Double] = []
  ) {
    (self.conversation, self.outcome, self.score) = (conversation, outcome, score)
    (self.alertMessage, self.messageScores) = (alertMessage, messageScores)
  }
}
