public import Chat

/// Gradient boosting on behaviour and timing alone: the contestant for end-to-end encryption.
///
/// Reads of a message who wrote it, when, and how many bytes it has; two conversations that agree
/// in these have the same scores to the last bit. The features of the prefix
/// (`ConversationBehaviour`) go through small trees after every message. Trained on the prefixes
/// after each quarter of a conversation or on whole conversations, whichever ranks validation
/// better.
/// Sources: Friedman 2001, doi:10.1214/aos/1013203451; Ke et al. 2017, LightGBM.
public struct BehaviourBoosting: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "behaviour-boosting",
    summary: "Gradient boosting on behaviour and timing, no words: works on encrypted chat",
    source: "Friedman 2001, doi:10.1214/aos/1013203451; Ke et al. 2017, LightGBM (NeurIPS 30)",
    cost: "O(trees · depth), whatever the length of the message",
    weakness:
      "Learns how its training corpus paces chats; harmless talk of the same rhythm looks alike, "
      + "and where times are missing little is left.",
    views: View.allCases,
    grid: [
      DetectorParameter("cuts", "final, quarters"),
      DetectorParameter("leaves", "4, 8"),
    ])

  private static let leaves = [4, 8]
  private static let layout: UInt32 = 1

  let trees: BoostedTrees
  let calibration: Calibration
  /// What was chosen: the cuts, the leaves, what the booster was told, the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// Running sums, sixteen authors apart, and one row of features.
  public var stateBytesCap: Int { 2048 }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> BehaviourBoosting {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let rows = try BehaviourRows(training, checkpoint: checkpoint)
    let held = try BehaviourRows(validation, checkpoint: checkpoint)
    let sample = TrainingSample.picks(training, limit: TrainingSample.gridLimit, seed: seed)
    let judged = BehaviourRows(
      held, picks: TrainingSample.picks(validation, limit: TrainingSample.gridLimit, seed: seed),
      cuts: .final)
    var best: (score: Double, cuts: BehaviourRows.Cuts, booster: GradientBoosting)?
    for cuts in BehaviourRows.Cuts.allCases {
      let some = BehaviourRows(rows, picks: sample, cuts: cuts)
      for leaves in leaves {
        let booster = GradientBoosting(
          rounds: 100, learningRate: 0.1, leaves: leaves, minimumWeight: 1, l2: 1, bins: 63)
        let trees = try booster.fit(
          some.matrix, isPositive: some.isPositive, checkpoint: checkpoint)
        let score = AveragePrecision.of(judged.margins(trees), isPositive: judged.isPositive)
        if score > best?.score ?? -1 { best = (score, cuts, booster) }
      }
    }
    guard let best else { throw DetectionError.missingClass(detector: entry.name) }
    let all = BehaviourRows(rows, picks: training.items.indices, cuts: best.cuts)
    let trees = try best.booster.fit(all.matrix, isPositive: all.isPositive, checkpoint: checkpoint)
    let last = BehaviourRows(held, picks: validation.items.indices, cuts: .final)
    let calibration = Calibration(margins: last.margins(trees), isPositive: last.isPositive)
    return BehaviourBoosting(
      trees: trees, calibration: calibration,
      parameters: [
        DetectorParameter("bins", "\(best.booster.bins)"),
        DetectorParameter("cuts", best.cuts.rawValue),
        DetectorParameter("features", "\(all.matrix.columns)"),
        DetectorParameter("l2", "\(best.booster.l2)"),
        DetectorParameter("learning-rate", "\(best.booster.learningRate)"),
        DetectorParameter("leaves", "\(best.booster.leaves)"),
        DetectorParameter("minimum-rows", "\(best.booster.minimumRows)"),
        DetectorParameter("minimum-weight", "\(best.booster.minimumWeight)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
        DetectorParameter("trees", "\(best.booster.rounds)"),
      ])
  }

  /// A scorer that keeps running sums.
  public func makeScorer() -> any Scorer { BehaviourBoostingScorer(self) }

  /// By how much each message moved the log-odds, from the empty conversation on; the term is the
  /// feature whose part moved most in that direction (Saabas 2014).
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    var behaviour = ConversationBehaviour()
    let empty = behaviour.row
    var (margin, parts) = (trees.margin(empty.span), trees.contributions(empty.span))
    var totals: [Double] = []
    var terms: [[String]] = []
    for message in chunk.conversations[conversation].messages {
      behaviour.observe(chunk.messages, message)
      let row = behaviour.row
      let (next, nextParts) = (trees.margin(row.span), trees.contributions(row.span))
      let total = next - margin
      let moves = nextParts.indices.map { (nextParts[$0] - parts[$0]) * (total < 0 ? -1 : 1) }
      let strongest = moves.indices.max { (moves[$0], $1) < (moves[$1], $0) }
      totals.append(total)
      terms.append(
        strongest.map { moves[$0] > 0 ? [ConversationBehaviour.features[$0]] : [] } ?? [])
      (margin, parts) = (next, nextParts)
    }
    return EvidenceRanking.top(totals, limit: limit) { terms[$0] }
  }

  /// The trees.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(calibration)
    writer.write(trees)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> BehaviourBoosting {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let calibration = try reader.readCalibration()
    let trees = try reader.readTrees(features: ConversationBehaviour.features.count)
    try reader.finish()
    return BehaviourBoosting(trees: trees, calibration: calibration, parameters: parameters)
  }
}

/// The state of one conversation under behaviour boosting.
final class BehaviourBoostingScorer: Scorer {
  private let model: BehaviourBoosting
  private var behaviour = ConversationBehaviour()

  init(_ model: BehaviourBoosting) { self.model = model }

  func begin() { behaviour = ConversationBehaviour() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    behaviour.observe(author: author, time: time, bytes: text.count)
    return model.calibration.probability(model.trees.margin(behaviour.row.span))
  }
}

extension BehaviourRows {
  /// The margin of every row.
  fileprivate func margins(_ trees: BoostedTrees) -> [Double] {
    (0..<matrix.count).map { trees.margin(matrix.values.span.extracting(matrix.range($0))) }
  }
}
