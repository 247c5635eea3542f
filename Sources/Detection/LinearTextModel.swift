import Chat
import TextFeatures

/// A linear model on tf-idf features with everything that scoring needs: what
/// ``LogisticRegression`` and ``LinearSVM`` share.
///
/// The margin of a text with counts n is Σ w·idf·tf(n) / ‖idf·tf(n)‖ + bias. Both sums are kept per
/// conversation, so the exact margin after a message costs O(message).
struct LinearTextModel: Sendable {
  /// What a bucket adds: its weight times idf, and idf²; both 0 where training never saw it.
  struct Cell: Sendable, Equatable {
    var weight: Float
    var square: Float
  }

  let hasher: FeatureHasher
  let table: [Cell]
  /// A bit for every bucket: whether training saw it. Small enough for the nearest caches.
  private let seen: [UInt64]
  /// The margin before the first message.
  let bias: Double
  let calibration: Calibration
  let frequency = TermFrequency()

  init(hasher: FeatureHasher, table: [Cell], bias: Double, calibration: Calibration) {
    precondition(table.count == hasher.bucketCount, "a cell for every bucket")
    (self.hasher, self.table, self.bias, self.calibration) = (hasher, table, bias, calibration)
    var seen = [UInt64](repeating: 0, count: table.count / 64)
    for (bucket, cell) in table.enumerated() where cell.square != 0 {
      seen[bucket / 64] |= 1 << UInt64(bucket % 64)
    }
    self.seen = seen
  }

  /// The weights of a fitted problem, spread over the buckets.
  init(hasher: FeatureHasher, problem: LinearProblem, weights: [Double], calibration: Calibration) {
    var table = [Cell](repeating: Cell(weight: 0, square: 0), count: hasher.bucketCount)
    for (feature, bucket) in problem.bucketOfFeature.enumerated() {
      let idf = problem.inverseDocumentFrequency[feature]
      table[Int(bucket)] = Cell(weight: Float(weights[feature] * idf), square: Float(idf * idf))
    }
    self.init(
      hasher: hasher, table: table, bias: weights[problem.featureCount], calibration: calibration)
  }

  /// The same weights with another calibration.
  func calibrated(_ calibration: Calibration) -> LinearTextModel {
    LinearTextModel(hasher: hasher, table: table, bias: bias, calibration: calibration)
  }

  /// Appends the buckets of a message that training saw, in order, and their cells.
  ///
  /// The table is larger than the nearest caches, so each fetch is paid for. What training never saw
  /// is asked for at the first cell, which is near; and nothing waits for a fetch, so that it overlaps
  /// with reading the next words.
  @inline(__always) func look(
    up text: Span<UInt8>, _ buckets: inout [UInt32], _ cells: inout [Cell]
  ) {
    let table = table.span
    let seen = seen.span
    let most = hasher.mostFeatures(ofBytes: text.count)
    buckets.append(addingCapacity: most) { bucketOutput in
      bucketOutput.withUnsafeMutableBufferPointer { bucketRoom, bucketCount in
        cells.append(addingCapacity: most) { cellOutput in
          cellOutput.withUnsafeMutableBufferPointer { cellRoom, cellCount in
            var kept = 0
            hasher.forEach(text) { bucket in
              let isSeen = seen[Int(bucket &>> 6)] &>> UInt64(bucket & 63) & 1
              bucketRoom[kept] = bucket
              cellRoom[kept] = table[Int(UInt64(bucket) & (0 &- isSeen))]
              // What is unknown is written over by what comes next.
              kept &+= Int(truncatingIfNeeded: isSeen)
            }
            (bucketCount, cellCount) = (kept, kept)
          }
        }
      }
    }
  }

  /// The running sums of one conversation.
  struct State {
    private var counts = CountTable()
    private var buckets: [UInt32] = []
    private var cells: [Cell] = []
    private var dot = 0.0
    private var square = 0.0

    init() {
      buckets.reserveCapacity(256)
      cells.reserveCapacity(256)
    }

    /// Starts a conversation. O(1).
    mutating func begin() {
      counts.begin()
      (dot, square) = (0, 0)
    }

    /// The margin of everything so far without the bias; 0 without a known feature.
    @inline(__always) var margin: Double { square > 0 ? dot / square.squareRoot() : 0 }

    /// Takes one message. O(bytes).
    @inline(__always) mutating func observe(_ text: Span<UInt8>, _ model: LinearTextModel) {
      observe(text, model) { _, _ in }
    }

    /// Takes one message and tells what each feature added to the dot product.
    @inline(__always) mutating func observe(
      _ text: Span<UInt8>, _ model: LinearTextModel, added: (UInt32, Double) -> Void
    ) {
      // Moved out and back, so that the table of counts is not borrowed together with them.
      var (buckets, cells): ([UInt32], [Cell]) = ([], [])
      swap(&buckets, &self.buckets)
      swap(&cells, &self.cells)
      model.look(up: text, &buckets, &cells)
      add(buckets.span, cells.span, model, added)
      buckets.clearScratch()
      cells.clearScratch()
      swap(&buckets, &self.buckets)
      swap(&cells, &self.cells)
    }

    /// Adds known features, one by one in their order.
    @inline(__always) private mutating func add(
      _ buckets: Span<UInt32>, _ cells: Span<Cell>, _ model: LinearTextModel,
      _ added: (UInt32, Double) -> Void
    ) {
      var (dot, square) = (dot, square)
      counts.tally(buckets) { place, count in
        let cell = cells[place]
        let step = model.frequency.step(count)
        let gain = Double(cell.weight) * step.linear
        dot += gain
        square += Double(cell.square) * step.square
        added(buckets[place], gain)
      }
      (self.dot, self.square) = (dot, square)
    }

    /// What all dot products are divided by.
    var norm: Double { square > 0 ? square.squareRoot() : 1 }
  }

  /// The margin of a whole conversation.
  func margin(_ chunk: Chunk, conversation: Int) -> Double {
    var state = State()
    state.begin()
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      state.observe(columns.text.span.extracting(columns.textRange(message)), self)
    }
    return state.margin + bias
  }

  /// What each message adds to the margin of the whole conversation: its share of the dot
  /// product over the final length, so that the shares and the bias sum to the margin.
  func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let range = chunk.conversations[conversation].messages
    let columns = chunk.messages
    let parts = parts(chunk, conversation: conversation)
    let totals = parts.map { part in
      part.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }
    return EvidenceRanking.top(totals, limit: limit) { index in
      let text = columns.text.span.extracting(columns.textRange(range.lowerBound + index))
      return EvidenceRanking.terms(
        text, hasher, parts[index], direction: totals[index] < 0 ? -1 : 1)
    }
  }

  /// For each message what each of its features adds to the margin of the whole conversation.
  func parts(_ chunk: Chunk, conversation: Int) -> [[UInt32: Double]] {
    var state = State()
    var parts: [[UInt32: Double]] = []
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      var part: [UInt32: Double] = [:]
      state.observe(columns.text.span.extracting(columns.textRange(message)), self) {
        part[$0, default: 0] += $1
      }
      parts.append(part)
    }
    let norm = state.norm
    return parts.map { part in part.mapValues { $0 / norm } }
  }
}

/// The state of one conversation under a linear model.
final class LinearTextScorer: Scorer {
  private let model: LinearTextModel
  private var state = LinearTextModel.State()

  init(_ model: LinearTextModel) { self.model = model }

  func begin() { state.begin() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    state.observe(text, model)
    return model.calibration.probability(state.margin + model.bias)
  }
}
