public import Chat

/// Whether a row of the leaderboard competes or controls.
public enum DetectorKind: String, Sendable, CaseIterable {
  /// Part of Nightlight.
  case builtin
  /// A program of someone else that Nightlight runs.
  case external
  /// Results that were made elsewhere.
  case imported
  /// Shows what a score without understanding reaches, or one with the truth.
  case control
}

/// What a run is: everything that decides its result, and how far it came.
public struct RunRecord: Sendable, Equatable {
  /// How far a run came.
  public enum Status: String, Sendable, CaseIterable {
    /// Begun; or killed since.
    case running
    /// Every conversation has a prediction.
    case done
    /// Every conversation was tried, and the detector failed on some.
    case partial
    /// Given up.
    case failed
    /// Stopped by the user, to be resumed.
    case interrupted

    /// Whether nothing more is to come, so that it stands in the leaderboard.
    public var isFinished: Bool { self == .done || self == .partial }
  }

  /// The row of the run; 0 before it is stored.
  public var id: Int
  /// SHA-256 of everything that decides the result; unique in a database.
  public var key: String
  /// The name of the corpus.
  public var corpus: String
  /// The split that was scored.
  public var split: Split
  /// The name of the detector.
  public var detector: String
  /// Whether it competes or controls.
  public var detectorKind: DetectorKind
  /// Rises whenever the detector changes what it answers.
  public var detectorVersion: Int
  /// JSON object of the parameters that were chosen.
  public var detectorParameters: String
  /// `threshold` or `skepticism`.
  public var policy: String
  /// JSON object of the fitted parameters of the policy.
  public var policyParameters: String
  /// What of a conversation the detector saw, such as `full`.
  public var view: String
  /// What the policy was fitted for: `f1`, or `fpr<=0.01`.
  public var objective: String
  /// The seed of its random numbers.
  public var seed: UInt64
  /// 0-based number among repeats that differ in the seed alone.
  public var repeatNumber: Int
  /// How far it came.
  public var status: Status
  /// Why it failed.
  public var error: String?
  /// When it began, such as `2031-05-02T18:04:11Z`.
  public var startedUTC: String
  /// When it ended.
  public var finishedUTC: String?
  /// Wall-clock seconds of training.
  public var trainSeconds: Double?
  /// Size of the encoded model.
  public var modelBytes: Int?
  /// Messages scored in a second.
  public var messagesPerSecond: Double?
  /// The machine it ran on, as ``Workbench/save(environment:)`` numbers it.
  public var environment: Int?

  /// A run to store; its id is filled in then.
  public init(
    id: Int = 0, key: String, corpus: String, split: Split, detector: String,
    detectorKind: DetectorKind, detectorVersion: Int, detectorParameters: String, policy: String,
    policyParameters: String, view: String, objective: String, seed: UInt64, repeatNumber: Int = 0,
    status: Status = .running, error: String? = nil, startedUTC: String, finishedUTC: String? = nil,
    trainSeconds: Double? = nil, modelBytes: Int? = nil, messagesPerSecond: Double? = nil,
    environment: Int? = nil
  ) {
    (self.id, self.key, self.corpus, self.split, self.detector) = (id, key, corpus, split, detector)
    (self.detectorKind, self.detectorVersion) = (detectorKind, detectorVersion)
    (self.detectorParameters, self.policy) = (detectorParameters, policy)
    (self.policyParameters, self.view, self.objective) = (policyParameters, view, objective)
    (self.seed, self.repeatNumber, self.status, self.error) = (seed, repeatNumber, status, error)
    (self.startedUTC, self.finishedUTC, self.trainSeconds) = (startedUTC, finishedUTC, trainSeconds)
    (self.modelBytes, self.messagesPerSecond) = (modelBytes, messagesPerSecond)
    self.environment = environment
  }
}
