import Chat
import TextFeatures

/// A model that has one number for every word: the margin of a text is the sum, or the mean, of the
/// numbers of its words, plus an intercept.
///
/// What ``NaiveBayes``, ``ComplementNaiveBayes``, ``FastText`` and ``ProfileBased`` come down to once
/// they are trained. A sum and a count per conversation make the exact margin of every prefix cost
/// the words of the new message only.
struct WordTable: Sendable {
  /// How the numbers of the words become one.
  enum Reduction: UInt8 {
    /// Every repetition counts in full; numbers are kept as they are.
    case sum
    /// Long and short texts compare; numbers are rounded to Float.
    case mean
  }

  let hasher: FeatureHasher
  let reduction: Reduction
  /// How many words of number 0 stand before the first message of a mean: without them the mean of
  /// the first few words swings as far as no whole conversation's does.
  let neutralWords: Int
  /// The number of each bucket; 0 where training never saw it.
  let values: [Double]
  /// The margin before the first message.
  let intercept: Double
  let calibration: Calibration

  init(
    hasher: FeatureHasher, reduction: Reduction, neutralWords: Int = 0, values: [Double],
    intercept: Double, calibration: Calibration = Calibration(slope: 1, intercept: 0)
  ) {
    precondition(values.count == hasher.bucketCount, "a number for every bucket")
    precondition(neutralWords >= 0, "fewer than no words")
    (self.hasher, self.reduction, self.intercept) = (hasher, reduction, intercept)
    self.neutralWords = neutralWords
    self.values = reduction == .sum ? values : values.map { Double(Float($0)) }
    self.calibration = calibration
  }

  /// The same numbers with a calibration that fits the margins of `validation`.
  func calibrated(
    on validation: Examples, checkpoint: () throws -> Void
  ) rethrows -> WordTable {
    let margins = try TrainingSample.margins(validation, checkpoint: checkpoint) {
      margin($0, conversation: $1)
    }
    return WordTable(
      hasher: hasher, reduction: reduction, neutralWords: neutralWords, values: values,
      intercept: intercept,
      calibration: Calibration(margins: margins, isPositive: validation.items.map(\.isPositive)))
  }

  /// The running sum of one conversation.
  struct State {
    private var buckets: [UInt32] = []
    private var sum = 0.0
    /// How many words that training saw have come by.
    private var known = 0

    mutating func begin() { (sum, known) = (0, 0) }

    /// Takes one message. O(bytes).
    @inline(__always) mutating func observe(_ text: Span<UInt8>, _ model: WordTable) {
      model.hasher.append(text, to: &buckets)
      let values = model.values.span
      var (sum, known) = (sum, known)
      for index in buckets.indices {
        let value = values[Int(buckets[index])]
        sum += value
        known &+= value == 0 ? 0 : 1
      }
      (self.sum, self.known) = (sum, known)
      buckets.clearScratch()
    }

    /// What all sums are divided by.
    func divisor(_ model: WordTable) -> Double { model.divisor(known) }

    /// The margin of everything so far.
    @inline(__always) func margin(_ model: WordTable) -> Double {
      sum / divisor(model) + model.intercept
    }
  }

  /// The margin of a whole conversation.
  func margin(_ chunk: Chunk, conversation: Int) -> Double {
    run(chunk, conversation: conversation).margin(self)
  }

  /// The margins of given rows.
  func margins(_ rows: FeatureRows) -> [Double] {
    (0..<rows.count).map { row in
      var (sum, known) = (0.0, 0)
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        let value = values[Int(rows.buckets[entry])]
        sum += value * Double(rows.counts[entry])
        known += value == 0 ? 0 : Int(rows.counts[entry])
      }
      return sum / divisor(known) + intercept
    }
  }

  /// What the sum of `known` words is divided by.
  @inline(__always) fileprivate func divisor(_ known: Int) -> Double {
    reduction == .sum ? 1 : Double(max(1, known &+ neutralWords))
  }

  /// What each message adds to the margin of the whole conversation, so that the shares and the
  /// intercept sum to the margin.
  func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let range = chunk.conversations[conversation].messages
    let columns = chunk.messages
    let divisor = run(chunk, conversation: conversation).divisor(self)
    var parts: [[UInt32: Double]] = []
    var totals: [Double] = []
    for message in range {
      var buckets: [UInt32] = []
      hasher.append(columns.text.span.extracting(columns.textRange(message)), to: &buckets)
      var part: [UInt32: Double] = [:]
      var total = 0.0
      for bucket in buckets {
        part[bucket, default: 0] += values[Int(bucket)]
        total += values[Int(bucket)]
      }
      parts.append(part)
      totals.append(total / divisor)
    }
    return EvidenceRanking.top(totals, limit: limit) { index in
      let text = columns.text.span.extracting(columns.textRange(range.lowerBound + index))
      return EvidenceRanking.terms(
        text, hasher, parts[index], direction: totals[index] < 0 ? -1 : 1)
    }
  }

  private func run(_ chunk: Chunk, conversation: Int) -> State {
    var state = State()
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      state.observe(columns.text.span.extracting(columns.textRange(message)), self)
    }
    return state
  }
}

/// The state of one conversation under a model with a number for every word.
final class WordTableScorer: Scorer {
  private let model: WordTable
  private var state = WordTable.State()

  init(_ model: WordTable) { self.model = model }

  func begin() { state.begin() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    state.observe(text, model)
    return model.calibration.probability(state.margin(model))
  }
}
