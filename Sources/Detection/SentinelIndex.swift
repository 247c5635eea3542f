import Chat

/// What `sentinel` and `sentinel-corrected` share: examples of warning signs and of benign talk as
/// points, and the score of a text between them.
///
/// It holds points, never texts.
struct SentinelIndex: Sendable {
  /// The most examples that both sides have together: 2,400 raised validation average precision by
  /// less than .001 (one seed) and took twice the time.
  static let size = 960
  /// The sign of an example that carries none.
  static let unknownSign: UInt8 = 255

  let embedding: TextEmbedding
  let positive: NeighbourIndex
  let negative: NeighbourIndex
  /// What each positive example is an example of: an index into `Sign.allCases`.
  let signs: [UInt8]

  /// What the judgement of one text needs besides the text.
  struct Scratch {
    fileprivate var positive = Neighbours()
    fileprivate var negative = Neighbours()

    /// Similarities and rows of the nearest examples, with room to spare.
    static let maximumBytes = 512

    /// The positive example nearest to the latest text.
    var nearestPositive: Int? { positive.rows.first }
  }

  /// The log ratio of `text`, neither clipped nor floored. O(bytes + examples).
  func logRatio(_ text: Span<UInt8>, _ scratch: inout Scratch) -> Double {
    let point = embedding.point(text)
    return logRatio(point.span, &scratch)
  }

  /// The log ratio of a point.
  func logRatio(_ point: Span<SIMD8<Int16>>, _ scratch: inout Scratch) -> Double {
    positive.search(point, limit: ContrastiveScore.neighbours, into: &scratch.positive)
    negative.search(point, limit: ContrastiveScore.neighbours, into: &scratch.negative)
    return ContrastiveScore.logRatio(
      positive: scratch.positive.similarities, negative: scratch.negative.similarities)
  }

  /// The same without points that occur twice on a side, so that no example counts more than once.
  var distinct: SentinelIndex {
    let kept = positive.distinctRows
    return SentinelIndex(
      embedding: embedding, positive: positive.selecting(kept),
      negative: negative.selecting(negative.distinctRows), signs: kept.map { signs[$0] })
  }

  /// What the positive example nearest to the text judged last is an example of.
  func nearestSign(_ scratch: Scratch) -> [String] {
    guard let row = scratch.nearestPositive, signs[row] != Self.unknownSign else { return [] }
    return [Sign.allCases[Int(signs[row])].rawValue]
  }

  /// The log ratio of every message of a conversation with the sign of its nearest positive example.
  func judgements(
    _ chunk: Chunk, conversation: Int
  ) -> [(logRatio: Double, sign: [String])] {
    var scratch = Scratch()
    return chunk.conversations[conversation].messages.map { message in
      let ratio = chunk.messages.withText(message) { logRatio($0, &scratch) }
      return (ratio, nearestSign(scratch))
    }
  }
}
