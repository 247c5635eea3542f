public import Chat

/// What a scorer believes about the stage of the latest message.
public struct StageBelief: Sendable, Equatable {
  /// The most probable stage.
  public var stage: Stage
  /// The probability that the stage is one of risk-check…control, 0…1.
  public var critical: Double

  /// A belief.
  public init(stage: Stage, critical: Double) { (self.stage, self.critical) = (stage, critical) }
}
