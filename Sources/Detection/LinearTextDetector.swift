import Chat
import TextFeatures

/// A detector that is a ``LinearTextModel``: its type says which loss it fits, the rest is here.
protocol LinearTextDetector: TrainableDetector {
  /// How it is trained.
  static var plan: LinearTextModel.Plan { get }
  /// What scores.
  var model: LinearTextModel { get }

  /// A detector from its parts.
  init(model: LinearTextModel, parameters: [DetectorParameter])
}

extension LinearTextDetector {
  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// The table of counts of a conversation with 4,096 distinct features.
  public var stateBytesCap: Int { LinearTextModel.stateBytesCap }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> Self {
    let trained = try LinearTextModel.train(
      plan, on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    return Self(model: trained.model, parameters: trained.parameters)
  }

  /// Fits at given hyper-parameters; deterministic in its arguments.
  static func fitted(
    on training: Examples, validation: Examples, cost: Double, words: Int, seed: UInt64
  ) throws -> Self {
    precondition(cost > 0, "C must be above 0")
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let trained = try LinearTextModel.fit(
      plan, FeatureHasher(bits: plan.bits, words: words), cost: cost, on: training,
      validation: validation, seed: seed, checkpoint: {})
    return Self(model: trained.model, parameters: trained.parameters)
  }

  /// A scorer that keeps two sums and the counts of the features seen.
  public func makeScorer() -> any Scorer { LinearTextScorer(model) }

  /// What each message added to the margin of the whole conversation; the sum over all messages
  /// and the bias is the margin.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    model.explain(chunk, conversation: conversation, limit: limit)
  }

  /// The buckets that hold something, with their weights.
  public func encoded() -> [UInt8] { model.encoded(name, parameters) }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> Self {
    let read = try LinearTextModel.decode(entry.name, bytes)
    return Self(model: read.model, parameters: read.parameters)
  }
}
