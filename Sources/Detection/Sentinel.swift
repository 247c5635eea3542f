public import Chat

/// Roblox Sentinel 2.0 with its defaults, its defects included, asked again after every message.
///
/// Each text gets a ``ContrastiveScore``; the rating is Sentinel's skewness (mean − median) / σ of
/// the scores of all distinct texts so far. Source: github.com/Roblox/Sentinel (Apache-2.0), read
/// and written anew.
///
/// Its defects are part of it and are tested: nothing below ten texts; the sign turns negative once
/// more than half of the texts are risky; strength does not matter; one hit weighs less the longer
/// the talk; a text said twice counts once.
///
/// What differs from the original: a ``TextEmbedding`` in place of a sentence encoder, texts one by
/// one in place of a batch, and equal scores, which are rounding noise there, rate 0.
public struct Sentinel: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "sentinel",
    summary: "Roblox Sentinel 2.0: skewness of the scores of texts between two example indexes",
    source: "Roblox Sentinel 2.0, github.com/Roblox/Sentinel",
    cost: "O(bytes of the message · 64 + 960 examples · 64 + log messages)",
    weakness:
      "Says nothing before ten distinct texts, sinks below zero once more than half of the texts "
      + "are risky, and cannot tell a weak hit from a strong one. It keeps the scores of all texts "
      + "of a conversation, so its state is bounded by the length of the talk alone.",
    grid: [DetectorParameter("negatives-per-positive", "1, 4")])

  private static let layout: UInt32 = 1

  let index: SentinelIndex
  let calibration: Calibration
  /// What was chosen: the mix of examples, the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// About 48 MiB: this detector keeps the score and the hash of every distinct text, and is exempt
  /// from the small bound that every other detector holds. A talk of 200 messages takes about 8 KiB;
  /// texts after the first 2²⁰ distinct ones are left out.
  public var stateBytesCap: Int { RunningSkewness.maximumCount * 48 }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> Sentinel {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    try checkpoint()
    let examples = SentinelExamples(training, seed: seed)
    var judged = validation
    judged.items = TrainingSample.picks(validation, limit: TrainingSample.gridLimit, seed: seed)
      .map { validation.items[$0] }
    var best: (score: Double, mix: Int, index: SentinelIndex, margins: [Double])?
    for mix in SentinelExamples.negativesPerPositive {
      let index = examples.index(negativesPerPositive: mix, of: training.chunks)
      let margins = try Self.margins(judged, index, checkpoint)
      let score = AveragePrecision.of(margins, isPositive: judged.items.map(\.isPositive))
      if score > best?.score ?? -1 { best = (score, mix, index, margins) }
    }
    guard let best else { throw DetectionError.missingClass(detector: entry.name) }
    let margins =
      judged.items.count == validation.items.count
      ? best.margins : try Self.margins(validation, best.index, checkpoint)
    let calibration = Calibration(
      margins: margins, isPositive: validation.items.map(\.isPositive))
    return Sentinel(
      index: best.index, calibration: calibration,
      parameters: [
        DetectorParameter("aggregator", SentinelAggregator.skewness.rawValue),
        DetectorParameter("dimensions", "\(TextEmbedding.dimensions)"),
        DetectorParameter("negative-examples", "\(best.index.negative.count)"),
        DetectorParameter("negatives-per-positive", "\(best.mix)"),
        DetectorParameter("neighbours", "\(ContrastiveScore.neighbours)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
        DetectorParameter("positive-examples", "\(best.index.positive.count)"),
        DetectorParameter("score-floor", "\(ContrastiveScore.floor)"),
      ])
  }

  private static func margins(
    _ examples: Examples, _ index: SentinelIndex, _ checkpoint: () throws -> Void
  ) throws -> [Double] {
    var state = State()
    return try TrainingSample.margins(examples, checkpoint: checkpoint) { chunk, conversation in
      state.begin()
      for message in chunk.conversations[conversation].messages {
        chunk.messages.withText(message) { _ = state.observe($0, index) }
      }
      return state.skewness.value
    }
  }

  /// The texts and scores of one conversation.
  struct State {
    private(set) var skewness = RunningSkewness()
    private var known = TextSet()
    private var scratch = SentinelIndex.Scratch()

    mutating func begin() {
      skewness.begin()
      known.begin()
    }

    /// Takes one text and gives what it counts: 0 for one that was said before.
    mutating func observe(_ text: Span<UInt8>, _ index: SentinelIndex) -> Double {
      guard known.insert(text) else { return 0 }
      let score = ContrastiveScore.floored(index.logRatio(text, &scratch))
      skewness.insert(score)
      return score
    }

    /// What the latest text that was new is most like.
    func nearestSign(_ index: SentinelIndex) -> [String] { index.nearestSign(scratch) }
  }

  /// A scorer that keeps every score.
  public func makeScorer() -> any Scorer { SentinelScorer(self) }

  /// The score of each text, 0 for one said before; the term is the warning sign of the nearest
  /// positive example, where the training corpus names it.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    var state = State()
    let judgements = chunk.conversations[conversation].messages.map { message in
      let score = chunk.messages.withText(message) { state.observe($0, index) }
      return (score: score, sign: score > 0 ? state.nearestSign(index) : [])
    }
    return EvidenceRanking.top(judgements.map(\.score), limit: limit) { judgements[$0].sign }
  }

  /// The calibration and the index.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(calibration)
    writer.write(index)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> Sentinel {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let calibration = try reader.readCalibration()
    let index = try reader.readSentinelIndex()
    try reader.finish()
    return Sentinel(index: index, calibration: calibration, parameters: parameters)
  }
}

/// The state of one conversation under Sentinel.
final class SentinelScorer: Scorer {
  private let model: Sentinel
  private var state = Sentinel.State()

  init(_ model: Sentinel) { self.model = model }

  func begin() { state.begin() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    _ = state.observe(text, model.index)
    return model.calibration.probability(state.skewness.value)
  }
}
