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
  /// The margin before the first message.
  let bias: Double
  let calibration: Calibration
  let frequency = TermFrequency()

  init(hasher: FeatureHasher, table: [Cell], bias: Double, calibration: Calibration) {
    precondition(table.count == hasher.bucketCount, "a cell for every bucket")
    (self.hasher, self.table, self.bias, self.calibration) = (hasher, table, bias, calibration)
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

  /// Keeps the buckets that training saw, in order, and appends their cells.
  ///
  /// All cells are fetched before any is used, without a branch between: the table is larger than
  /// the nearest caches, and fetches that wait for nothing overlap.
  @inline(__always) func gather(_ buckets: inout [UInt32], _ cells: inout [Cell]) {
    let table = table.span
    let total = buckets.count
    cells.append(addingCapacity: total) { output in
      output.withUnsafeMutableBufferPointer { room, count in
        var places = buckets.mutableSpan
        var kept = 0
        for place in 0..<total {
          let bucket = places[place]
          let cell = table[Int(bucket)]
          // What is unknown is written over by what comes next.
          room[kept] = cell
          places[kept] = bucket
          kept &+= cell.square != 0 ? 1 : 0
        }
        count = kept
      }
    }
    buckets.removeLast(total - cells.count)
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
      model.hasher.append(text, to: &buckets)
      model.gather(&buckets, &cells)
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
