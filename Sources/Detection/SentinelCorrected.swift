public import Chat

/// Roblox Sentinel's score of a text with a statistic that is monotone in number and strength of
/// risky texts: the highest ``DecayedMass`` so far.
///
/// An example that occurs twice in an index counts once, the score of a text is neither floored nor
/// lost when the text is said again, and the state is two numbers.
public struct SentinelCorrected: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "sentinel-corrected",
    summary: "Sentinel's text scores, summed with forgetting: monotone in risky texts",
    source: "Roblox Sentinel 2.0, github.com/Roblox/Sentinel, with another statistic",
    cost: "O(bytes of the message · 64 + 960 examples · 64)",
    weakness:
      "Judges each text alone by its likeness to examples, so that a sign in good faith counts as "
      + "one in bad faith; the peak rises with the length of any talk and never falls.",
    grid: [
      DetectorParameter("decay", "0.95, 0.97, 0.99"),
      DetectorParameter("negatives-per-positive", "1, 4"),
    ])

  private static let decays = [0.95, 0.97, 0.99]
  private static let layout: UInt32 = 1

  let index: SentinelIndex
  let decay: Double
  let calibration: Calibration
  /// What was chosen: the decay, the mix of examples, the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// Two sums and the nearest examples of one message.
  public var stateBytesCap: Int { SentinelIndex.Scratch.maximumBytes + 64 }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> SentinelCorrected {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    try checkpoint()
    let examples = SentinelExamples(training, seed: seed)
    var judged = validation
    judged.items = TrainingSample.picks(validation, limit: TrainingSample.gridLimit, seed: seed)
      .map { validation.items[$0] }
    var best: (score: Double, mix: Int, decay: Double, index: SentinelIndex, margins: [Double])?
    for mix in SentinelExamples.negativesPerPositive {
      let index = examples.index(negativesPerPositive: mix, of: training.chunks).distinct
      let margins = try Self.margins(judged, index, decays, checkpoint)
      for (decay, margins) in zip(decays, margins) {
        let score = AveragePrecision.of(margins, isPositive: judged.items.map(\.isPositive))
        if score > best?.score ?? -1 { best = (score, mix, decay, index, margins) }
      }
    }
    guard let best else { throw DetectionError.missingClass(detector: entry.name) }
    let margins =
      judged.items.count == validation.items.count
      ? best.margins : try Self.margins(validation, best.index, [best.decay], checkpoint)[0]
    let calibration = Calibration(
      margins: margins, isPositive: validation.items.map(\.isPositive))
    return SentinelCorrected(
      index: best.index, decay: best.decay, calibration: calibration,
      parameters: [
        DetectorParameter("decay", "\(best.decay)"),
        DetectorParameter("dimensions", "\(TextEmbedding.dimensions)"),
        DetectorParameter("negative-examples", "\(best.index.negative.count)"),
        DetectorParameter("negatives-per-positive", "\(best.mix)"),
        DetectorParameter("neighbours", "\(ContrastiveScore.neighbours)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
        DetectorParameter("positive-examples", "\(best.index.positive.count)"),
      ])
  }

  /// The margins of all conversations under each decay: the scan of the index is done once.
  private static func margins(
    _ examples: Examples, _ index: SentinelIndex, _ decays: [Double],
    _ checkpoint: () throws -> Void
  ) throws -> [[Double]] {
    var scratch = SentinelIndex.Scratch()
    var margins = [[Double]](repeating: [], count: decays.count)
    for (done, item) in examples.items.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      let chunk = examples.chunks[item.chunk]
      var masses = decays.map { DecayedMass(decay: $0) }
      for message in chunk.conversations[item.conversation].messages {
        let ratio = chunk.messages.withText(message) { index.logRatio($0, &scratch) }
        for place in masses.indices { masses[place].insert(ratio) }
      }
      for place in masses.indices { margins[place].append(masses[place].margin) }
    }
    return margins
  }

  /// A scorer that keeps two sums.
  public func makeScorer() -> any Scorer { SentinelCorrectedScorer(self) }

  /// The log ratio of each text, below 0 for one that is more like benign talk; the term is the
  /// warning sign of the nearest positive example, where the training corpus names it.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let judgements = index.judgements(chunk, conversation: conversation)
    return EvidenceRanking.top(judgements.map(\.logRatio), limit: limit) {
      judgements[$0].logRatio > 0 ? judgements[$0].sign : []
    }
  }

  /// The decay, the calibration and the index.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(calibration)
    writer.write(decay)
    writer.write(index)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> SentinelCorrected {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let calibration = try reader.readCalibration()
    let decay = try reader.readDouble()
    guard (0...1).contains(decay) else {
      throw reader.refuse("a decay of \(decay)", expected: "0…1")
    }
    let index = try reader.readSentinelIndex()
    try reader.finish()
    return SentinelCorrected(
      index: index, decay: decay, calibration: calibration, parameters: parameters)
  }
}

/// The state of one conversation under the corrected Sentinel.
final class SentinelCorrectedScorer: Scorer {
  private let model: SentinelCorrected
  private var mass: DecayedMass
  private var scratch = SentinelIndex.Scratch()

  init(_ model: SentinelCorrected) { (self.model, mass) = (model, DecayedMass(decay: model.decay)) }

  func begin() { mass.begin() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    mass.insert(model.index.logRatio(text, &scratch))
    return model.calibration.probability(mass.margin)
  }
}
