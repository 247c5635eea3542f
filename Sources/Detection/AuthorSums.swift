import TextFeatures

/// The running sums of each author's own messages under a linear model that remembers no features:
/// 16 bytes an author, for the first ``maximumAuthors`` authors of a conversation.
///
/// The margin of an author with the features f, repetitions included, is Σ w·idf / √(Σ idf²) + bias,
/// as fitted on rows of ``LinearProblem/Repetition/linear``.
struct AuthorSums {
  /// Authors from this number on are not told apart from the conversation.
  static let maximumAuthors = 64

  private struct Sums {
    var dot = 0.0
    var square = 0.0
  }

  private var buckets: [UInt32] = []
  private var sums: [Sums] = []

  init() { sums.reserveCapacity(4) }

  /// Starts a conversation.
  mutating func begin() { sums.removeAll(keepingCapacity: true) }

  /// Takes one message; returns what it added to its author's dot product, and passes on the part
  /// of each feature. O(bytes).
  @inline(__always) mutating func observe(
    author: Int, _ text: Span<UInt8>, _ model: LinearTextModel, added: (UInt32, Double) -> Void
  ) {
    guard author < Self.maximumAuthors else { return }
    while sums.count <= author { sums.append(Sums()) }
    model.hasher.append(text, to: &buckets)
    let table = model.table.span
    var own = sums[author]
    for index in buckets.indices {
      let cell = table[Int(buckets[index])]
      own.dot += Double(cell.weight)
      own.square += Double(cell.square)
      added(buckets[index], Double(cell.weight))
    }
    sums[author] = own
    buckets.clearScratch()
  }

  /// Takes one message. O(bytes).
  @inline(__always) mutating func observe(
    author: Int, _ text: Span<UInt8>, _ model: LinearTextModel
  ) {
    observe(author: author, text, model) { _, _ in }
  }

  /// What the dot product of an author is divided by.
  func norm(_ author: Int) -> Double {
    author < sums.count && sums[author].square > 0 ? sums[author].square.squareRoot() : 1
  }

  /// The margin of an author without the bias; 0 for one without a known feature.
  func margin(_ author: Int) -> Double {
    author < sums.count ? sums[author].dot / norm(author) : 0
  }

  /// The author with a known feature whose margin is largest; nil without one. O(1): at most
  /// ``maximumAuthors``.
  var strongest: Int? {
    var best: (author: Int, margin: Double)?
    for author in sums.indices where sums[author].square > 0 {
      let margin = margin(author)
      if margin > best?.margin ?? -.infinity { best = (author, margin) }
    }
    return best?.author
  }
}
