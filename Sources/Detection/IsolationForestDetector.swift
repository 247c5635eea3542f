public import Chat

/// Isolation forest on behaviour and timing, trained on benign conversations only.
///
/// Novelty without positives: a conversation is suspicious where its rhythm is rare among benign
/// ones. The features are those of ``BehaviourBoosting`` alone, so that every view is open. Whether
/// the forest sees whole benign conversations or the prefixes after each quarter is chosen on
/// validation, which also calibrates; the positives of training are not looked at.
/// Source: Liu, Ting, Zhou 2008, doi:10.1109/ICDM.2008.17.
public struct IsolationForestDetector: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "isolation-forest",
    summary: "Isolation forest on behaviour and timing, trained on benign chats only",
    source: "Liu, Ting, Zhou 2008, doi:10.1109/ICDM.2008.17",
    cost: "O(trees · log subsample), whatever the length of the message",
    weakness:
      "Unusual is not dangerous: grooming that keeps a usual rhythm is missed, and rare but "
      + "harmless chats are flagged, above all short prefixes.",
    views: View.allCases,
    grid: [DetectorParameter("cuts", "final, quarters")])

  private static let layout: UInt32 = 1
  static let trees = 100
  static let subsample = 256

  let forest: IsolationForest
  let calibration: Calibration
  /// What was chosen: the cuts, the size of the forest, the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// Running sums, sixteen authors apart, and one row of features.
  public var stateBytesCap: Int { 2048 }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> IsolationForestDetector {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    var benign = training
    benign.items.removeAll { $0.isPositive }
    let rows = try BehaviourRows(benign, checkpoint: checkpoint)
    let held = try BehaviourRows(validation, checkpoint: checkpoint)
    let judged = BehaviourRows(
      held, picks: TrainingSample.picks(validation, limit: TrainingSample.gridLimit, seed: seed),
      cuts: .final)
    var best: (score: Double, cuts: BehaviourRows.Cuts, forest: IsolationForest)?
    for cuts in BehaviourRows.Cuts.allCases {
      try checkpoint()
      let some = BehaviourRows(rows, picks: benign.items.indices, cuts: cuts)
      // Conversations without messages have no rows.
      guard some.matrix.count > 0 else { continue }
      let forest = IsolationForest(
        some.matrix, trees: trees, subsample: subsample, seed: seed)
      let score = AveragePrecision.of(judged.scores(forest), isPositive: judged.isPositive)
      if score > best?.score ?? -1 { best = (score, cuts, forest) }
    }
    guard let best else { throw DetectionError.missingClass(detector: entry.name) }
    let last = BehaviourRows(held, picks: validation.items.indices, cuts: .final)
    let calibration = Calibration(margins: last.scores(best.forest), isPositive: last.isPositive)
    return IsolationForestDetector(
      forest: best.forest, calibration: calibration,
      parameters: [
        DetectorParameter("cuts", best.cuts.rawValue),
        DetectorParameter("features", "\(held.matrix.columns)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
        DetectorParameter("subsample", "\(best.forest.subsample)"),
        DetectorParameter("trees", "\(trees)"),
      ])
  }

  /// A scorer that keeps running sums.
  public func makeScorer() -> any Scorer { IsolationForestScorer(self) }

  /// By how much each message moved the anomaly score times the calibration's slope, which are
  /// log-odds, from the empty conversation on. A path through random cuts has no feature to name,
  /// so there are no terms.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    var behaviour = ConversationBehaviour()
    let empty = behaviour.row
    var before = forest.score(empty.span)
    var totals: [Double] = []
    for message in chunk.conversations[conversation].messages {
      behaviour.observe(chunk.messages, message)
      let row = behaviour.row
      let after = forest.score(row.span)
      totals.append((after - before) * calibration.slope)
      before = after
    }
    return EvidenceRanking.top(totals, limit: limit) { _ in [] }
  }

  /// The forest.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(calibration)
    writer.write(forest)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> IsolationForestDetector {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let calibration = try reader.readCalibration()
    let forest = try reader.readForest(features: ConversationBehaviour.features.count)
    try reader.finish()
    return IsolationForestDetector(
      forest: forest, calibration: calibration, parameters: parameters)
  }
}

/// The state of one conversation under the isolation forest.
final class IsolationForestScorer: Scorer {
  private let model: IsolationForestDetector
  private var behaviour = ConversationBehaviour()

  init(_ model: IsolationForestDetector) { self.model = model }

  func begin() { behaviour = ConversationBehaviour() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    behaviour.observe(author: author, time: time, bytes: text.count)
    let row = behaviour.row
    return model.calibration.probability(model.forest.score(row.span))
  }
}

extension BehaviourRows {
  /// The anomaly score of every row.
  fileprivate func scores(_ forest: IsolationForest) -> [Double] {
    (0..<matrix.count).map { forest.score(matrix.values.span.extracting(matrix.range($0))) }
  }
}
