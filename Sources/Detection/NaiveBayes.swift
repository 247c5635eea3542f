public import Chat
import TextFeatures

/// Multinomial naive Bayes on the word counts of the prefix.
///
/// The log-odds of a prefix are the log prior odds plus one term per word, so a message costs its
/// own words only. Agrees with `sklearn.naive_bayes.MultinomialNB` on the same counts.
/// Source: McCallum & Nigam 1998, "A comparison of event models for naive Bayes text
/// classification".
public struct NaiveBayes: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "naive-bayes",
    summary: "Multinomial naive Bayes on word counts",
    source: "McCallum & Nigam 1998, AAAI workshop on learning for text categorization",
    cost: "O(words of the message)",
    weakness:
      "Counts every repetition as independent evidence, so its raw odds are far too sure; "
      + "words that only the training corpus ties to a class mislead it.",
    grid: [
      DetectorParameter("alpha", "0.01, 0.1, 1"),
      DetectorParameter("word-ngrams", "1, 1-2"),
    ])

  private static let alphas = [0.01, 0.1, 1]
  private static let bits = 18
  private static let layout: UInt32 = 1

  let hasher: FeatureHasher
  /// ln P(bucket | grooming) − ln P(bucket | benign); 0 where training never saw it.
  let logOdds: [Double]
  /// The log-odds before the first message.
  let logPriorOdds: Double
  let calibration: Calibration
  /// What was chosen: alpha, the n-grams, the number of buckets, the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// One running sum and the features of one message.
  public var stateBytesCap: Int { ScratchBuffer.maximumBytes + 64 }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> NaiveBayes {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let sample = TrainingSample.picks(training, limit: TrainingSample.gridLimit, seed: seed)
    let judged = TrainingSample.picks(validation, limit: TrainingSample.gridLimit, seed: seed)
    var best: (score: Double, hasher: FeatureHasher, alpha: Double)?
    for order in [1, 2] {
      let hasher = FeatureHasher(bits: bits, words: order)
      let rows = try FeatureRows(training, picks: sample, hasher: hasher, checkpoint: checkpoint)
      let held = try FeatureRows(validation, picks: judged, hasher: hasher, checkpoint: checkpoint)
      var counts = MultinomialCounts(featureCount: hasher.bucketCount)
      counts.add(rows)
      for alpha in alphas {
        let logOdds = counts.logOdds(alpha: alpha)
        let margins = (0..<held.count).map { row in
          (held.starts[row]..<held.starts[row + 1]).reduce(0.0) {
            $0 + logOdds[Int(held.buckets[$1])] * Double(held.counts[$1])
          }
        }
        let score = AveragePrecision.of(margins, isPositive: held.isPositive)
        if score > best?.score ?? -1 { best = (score, hasher, alpha) }
      }
    }
    guard let best else { throw DetectionError.missingClass(detector: entry.name) }
    var counts = MultinomialCounts(featureCount: best.hasher.bucketCount)
    counts.add(
      try FeatureRows(
        training, picks: Array(training.items.indices), hasher: best.hasher,
        checkpoint: checkpoint))
    let raw = NaiveBayes(
      hasher: best.hasher, logOdds: counts.logOdds(alpha: best.alpha),
      logPriorOdds: counts.logPriorOdds, calibration: Calibration(slope: 1, intercept: 0),
      parameters: [])
    let margins = try TrainingSample.margins(validation, checkpoint: checkpoint, margin: raw.margin)
    let calibration = Calibration(
      margins: margins, isPositive: validation.items.map(\.isPositive))
    return NaiveBayes(
      hasher: raw.hasher, logOdds: raw.logOdds, logPriorOdds: raw.logPriorOdds,
      calibration: calibration,
      parameters: [
        DetectorParameter("alpha", "\(best.alpha)"),
        DetectorParameter("buckets", "\(best.hasher.bucketCount)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
        DetectorParameter("word-ngrams", best.hasher.words == 1 ? "1" : "1-2"),
      ])
  }

  /// The log-odds of a whole conversation.
  func margin(_ chunk: Chunk, conversation: Int) -> Double {
    var state = State()
    state.begin(self)
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      state.observe(columns.text.span.extracting(columns.textRange(message)), self)
    }
    return state.sum
  }

  /// The running log-odds.
  struct State {
    private var buckets: [UInt32] = []
    private(set) var sum = 0.0

    mutating func begin(_ model: NaiveBayes) { sum = model.logPriorOdds }

    @inline(__always) mutating func observe(_ text: Span<UInt8>, _ model: NaiveBayes) {
      model.hasher.append(text, to: &buckets)
      let table = model.logOdds.span
      var total = sum
      for index in buckets.indices { total += table[Int(buckets[index])] }
      sum = total
      buckets.clearScratch()
    }
  }

  /// A scorer that keeps one sum.
  public func makeScorer() -> any Scorer { NaiveBayesScorer(self) }

  /// The sum of the log-odds of each message's features; with the log prior odds, the sum over
  /// all messages is the log-odds of the conversation.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let range = chunk.conversations[conversation].messages
    let columns = chunk.messages
    var parts: [[UInt32: Double]] = []
    var totals: [Double] = []
    for message in range {
      var buckets: [UInt32] = []
      hasher.append(columns.text.span.extracting(columns.textRange(message)), to: &buckets)
      var part: [UInt32: Double] = [:]
      var total = 0.0
      for bucket in buckets {
        part[bucket, default: 0] += logOdds[Int(bucket)]
        total += logOdds[Int(bucket)]
      }
      parts.append(part)
      totals.append(total)
    }
    return EvidenceRanking.top(totals, limit: limit) { index in
      let text = columns.text.span.extracting(columns.textRange(range.lowerBound + index))
      return EvidenceRanking.terms(
        text, hasher, parts[index], direction: totals[index] < 0 ? -1 : 1)
    }
  }

  /// The buckets that hold something, with their log-odds.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(UInt8(hasher.bits))
    writer.write(UInt8(hasher.words))
    writer.write(calibration)
    writer.write(logPriorOdds)
    writer.write(UInt32(logOdds.count { $0 != 0 }))
    for (bucket, value) in logOdds.enumerated() where value != 0 {
      writer.write(UInt32(bucket))
      writer.write(value)
    }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> NaiveBayes {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let hasher = try reader.readHasher()
    let calibration = try reader.readCalibration()
    let prior = try reader.readDouble()
    var logOdds = [Double](repeating: 0, count: hasher.bucketCount)
    var next = 0
    for _ in 0..<(try reader.readCount(size: 12)) {
      logOdds[try reader.readBucket(&next, hasher)] = try reader.readDouble()
    }
    try reader.finish()
    return NaiveBayes(
      hasher: hasher, logOdds: logOdds, logPriorOdds: prior, calibration: calibration,
      parameters: parameters)
  }
}

/// The state of one conversation under naive Bayes.
final class NaiveBayesScorer: Scorer {
  private let model: NaiveBayes
  private var state = NaiveBayes.State()

  init(_ model: NaiveBayes) { self.model = model }

  func begin() { state.begin(model) }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    state.observe(text, model)
    return model.calibration.probability(state.sum)
  }
}
