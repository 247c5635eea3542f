public import Chat
public import Detection

/// Sets a model's policy by a platform's own unlabelled, in the main benign chat.
///
/// A threshold that was fitted on one kind of chat does not carry over to another: what a model says
/// of ordinary talk shifts with language, platform and age. What a platform knows is how many
/// conversations its reviewers can look at, so that is what it asks for.
///
/// ```swift
/// var calibration = ModelCalibration(model)
/// calibration.observe(chunk)
/// let (calibrated, achieved) = try calibration.finish(alertRate: 0.01)
/// ```
public struct ModelCalibration {
  private let model: ModelFile
  private let scorer: DetectorPrefixScorer
  private var traces: [PrefixTrace] = []
  /// How many conversations were left out since the model never saw their locale.
  public private(set) var abstained = 0

  /// A calibration of a model that has seen nothing yet.
  public init(_ model: ModelFile) {
    self.model = model
    scorer = DetectorPrefixScorer(model.detector, model.lens)
  }

  /// How many conversations count.
  public var conversations: Int { traces.count }

  /// Takes the conversations of a chunk; their labels are not read. O(text).
  public mutating func observe(_ chunk: Chunk) {
    for (index, conversation) in chunk.conversations.enumerated() {
      if model.header.abstains(for: conversation.locale) {
        abstained += 1
      } else {
        traces.append(scorer.score(chunk, conversation: index).trace)
      }
    }
  }

  /// The model with its policy set so that at most `alertRate` of the conversations alert, and the
  /// share that does.
  ///
  /// - Precondition: `alertRate` lies in 0…1.
  /// - Throws: `DetectionError.missingStages`.
  public func finish(alertRate: Double) throws -> (model: ModelFile, achieved: AlertRate) {
    let (policy, achieved) = try PolicyFitting.calibrate(
      model.policy, traces: traces, alertRate: alertRate)
    var calibrated = model
    calibrated.policy = policy
    calibrated.header.objective = "alert-rate<=\(alertRate)"
    calibrated.header.calibratedOn = traces.count
    return (calibrated, achieved)
  }
}
