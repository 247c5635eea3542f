public import Chat

/// Control: what can be told from the shape of a chat alone.
///
/// Logistic regression on the number of messages, the number of authors, the mean length and the
/// share of messages in each eighth of the day; never a word. Where it scores well, the corpus
/// gives its labels away.
public struct Shortcut: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "shortcut",
    summary: "Control: message count, author count, mean length and hour only",
    source: "Geirhos et al. 2020, doi:10.1038/s42256-020-00257-z",
    cost: "O(1)",
    weakness: "Sees no content at all: a score above chance says that the corpus leaks.",
    views: View.allCases,
    isControl: true,
    grid: [DetectorParameter("C", "0.01, 0.1, 1")])

  private static let costs = [0.01, 0.1, 1]
  private static let layout: UInt32 = 1
  /// The names of the features, as explanations give them.
  static let features =
    ["messages", "authors", "mean length"] + (0..<8).map { "hours \($0 * 3)-\($0 * 3 + 2)" }

  /// Mean and inverse deviation of each feature in training, by which it is standardised.
  let means: [Double]
  let scales: [Double]
  let weights: [Double]
  let bias: Double
  let calibration: Calibration
  /// What was chosen: C and the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// Counters, and a bit for each of the first 1,024 authors.
  public var stateBytesCap: Int { 256 }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> Shortcut {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let rows = try TrainingSample.rows(training, checkpoint)
    let (means, scales) = standardisation(rows)
    let standardised = rows.map { standardise($0, means, scales) }
    let classes = training.items.map(\.isPositive)
    let sample = TrainingSample.picks(training, limit: TrainingSample.gridLimit, seed: seed)
    let held = try TrainingSample.rows(validation, checkpoint)
    let heldClasses = validation.items.map(\.isPositive)
    func model(_ picks: [Int], c: Double) -> Shortcut {
      let fit = SmallLogisticRegression(
        picks.map { standardised[$0] }, isPositive: picks.map { classes[$0] }, c: c)
      return Shortcut(
        means: means, scales: scales, weights: fit.weights, bias: fit.bias,
        calibration: Calibration(slope: 1, intercept: 0), parameters: [])
    }
    var best: (score: Double, c: Double)?
    for c in costs {
      try checkpoint()
      let candidate = model(sample, c: c)
      let score = AveragePrecision.of(held.map(candidate.margin), isPositive: heldClasses)
      if score > best?.score ?? -1 { best = (score, c) }
    }
    let c = best?.c ?? 1
    let raw = model(Array(rows.indices), c: c)
    let calibration = Calibration(margins: held.map(raw.margin), isPositive: heldClasses)
    return Shortcut(
      means: means, scales: scales, weights: raw.weights, bias: raw.bias, calibration: calibration,
      parameters: [
        DetectorParameter("C", "\(c)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
      ])
  }

  /// The log-odds of a vector of features.
  func margin(_ row: [Double]) -> Double {
    var sum = bias
    for index in weights.indices {
      sum += weights[index] * ((row[index] - means[index]) * scales[index])
    }
    return sum
  }

  /// A scorer that keeps counters.
  public func makeScorer() -> any Scorer { ShortcutScorer(self) }

  /// By how much each message moved the log-odds, from the empty conversation on; the terms are
  /// the features that moved most.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    var shape = ConversationShape()
    var before = shape.row
    var changes: [[Double]] = []
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      shape.observe(
        author: Int(columns.author[message]),
        time: columns.timeStyle[message].kind == .absent ? nil : columns.time[message],
        bytes: columns.textRange(message).count)
      let after = shape.row
      changes.append(weights.indices.map { weights[$0] * scales[$0] * (after[$0] - before[$0]) })
      before = after
    }
    let totals = changes.map { $0.reduce(0, +) }
    return EvidenceRanking.top(totals, limit: limit) { index in
      let sign: Double = totals[index] < 0 ? -1 : 1
      let change = changes[index]
      return change.indices.filter { change[$0] * sign > 0 }
        .sorted { (change[$1] * sign, $0) < (change[$0] * sign, $1) }
        .prefix(EvidenceRanking.maximumTerms).map { Self.features[$0] }
    }
  }

  /// Weights and standardisation.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(calibration)
    writer.write(bias)
    writer.write(weights)
    writer.write(means)
    writer.write(scales)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> Shortcut {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let calibration = try reader.readCalibration()
    let bias = try reader.readDouble()
    let vectors = [try reader.readDoubles(), try reader.readDoubles(), try reader.readDoubles()]
    guard vectors.allSatisfy({ $0.count == features.count }) else {
      throw reader.refuse("vectors of other lengths", expected: "\(features.count) numbers each")
    }
    try reader.finish()
    return Shortcut(
      means: vectors[1], scales: vectors[2], weights: vectors[0], bias: bias,
      calibration: calibration, parameters: parameters)
  }

  private static func standardisation(_ rows: [[Double]]) -> (means: [Double], scales: [Double]) {
    let count = Double(rows.count)
    var (means, scales): ([Double], [Double]) = ([], [])
    for index in features.indices {
      let mean = rows.reduce(0) { $0 + $1[index] } / count
      let variance = rows.reduce(0) { $0 + ($1[index] - mean) * ($1[index] - mean) } / count
      means.append(mean)
      scales.append(variance > 1e-12 ? 1 / variance.squareRoot() : 0)
    }
    return (means, scales)
  }

  private static func standardise(
    _ row: [Double], _ means: [Double], _ scales: [Double]
  ) -> [Double] {
    row.indices.map { (row[$0] - means[$0]) * scales[$0] }
  }
}

/// The state of one conversation under the control.
final class ShortcutScorer: Scorer {
  private let model: Shortcut
  private var shape = ConversationShape()

  init(_ model: Shortcut) { self.model = model }

  func begin() { shape = ConversationShape() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    shape.observe(author: author, time: time, bytes: text.count)
    return model.calibration.probability(shape.margin(model))
  }
}

extension TrainingSample {
  /// The shape of every item, in order.
  fileprivate static func rows(
    _ examples: Examples, _ checkpoint: () throws -> Void
  ) rethrows -> [[Double]] {
    var rows: [[Double]] = []
    for (done, item) in examples.items.enumerated() {
      if done % 1024 == 0 { try checkpoint() }
      var shape = ConversationShape()
      let columns = examples.chunks[item.chunk].messages
      for message in examples.chunks[item.chunk].conversations[item.conversation].messages {
        shape.observe(
          author: Int(columns.author[message]),
          time: columns.timeStyle[message].kind == .absent ? nil : columns.time[message],
          bytes: columns.textRange(message).count)
      }
      rows.append(shape.row)
    }
    return rows
  }
}
