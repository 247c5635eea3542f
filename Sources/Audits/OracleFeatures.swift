public import Chat

/// What the oracle sees of a conversation: the gold acts in order, each with the role of its author.
///
/// Acts fall into ten classes (five groups of critical signs, soft signs, exculpating cues, refusals,
/// interventions, stated age), each tagged with the role of the one who writes. Features are log(1 + n)
/// of the counts of classes, of ordered pairs of successive acts in two gaps (at most or more than
/// five messages apart), and of acts without an exculpating cue within five messages, and whether
/// there is such an act.
///
/// The last block knows the distance that the labelling rule uses, so the oracle is a ceiling for
/// this corpus, not a model of a reader.
public struct OracleFeatures: Sendable {
  /// Ten classes × two roles.
  static let classes = 20
  /// How many features a conversation has.
  public static let count = classes + classes * classes * 2 + classes * 2
  /// A cue explains a sign at most this many messages away.
  static let window = 5

  /// (feature, value) pairs with value ≠ 0, by ascending feature.
  public let values: [(index: Int, value: Double)]

  /// The features of conversation `index` of a chunk. O(messages + acts · log cues).
  public init(_ chunk: Chunk, conversation index: Int) {
    let acts = OracleActs(chunk, conversation: index)
    self.init(acts, prefix: acts.messageCount)
  }

  /// The features of the first `prefix` messages.
  init(_ source: OracleActs, prefix: Int) {
    let acts = source.acts.prefix { $0.message < prefix }
    let cues = acts.filter { $0.code / 2 == OracleActs.exculpating }.map(\.message)
    let bare = Self.classes + Self.classes * Self.classes * 2
    var counts = [Double](repeating: 0, count: bare + Self.classes)
    var previous: OracleActs.Act?
    for act in acts {
      counts[act.code] += 1
      if let previous {
        let gap = act.message - previous.message > Self.window ? 1 : 0
        counts[Self.classes + (previous.code * Self.classes + act.code) * 2 + gap] += 1
      }
      if Self.distance(act.message, cues) > Self.window { counts[bare + act.code] += 1 }
      previous = act
    }
    var values: [(index: Int, value: Double)] = []
    for (index, count) in counts.enumerated() where count > 0 {
      values.append((index, Self.logOnePlus(count)))
    }
    for code in 0..<Self.classes where counts[bare + code] > 0 {
      values.append((bare + Self.classes + code, 1))
    }
    self.values = values
  }

  /// Messages between `position` and the nearest of sorted `cues`; a large number without any.
  private static func distance(_ position: Int, _ cues: [Int]) -> Int {
    var low = 0
    var high = cues.count
    while low < high {
      let middle = (low + high) / 2
      if cues[middle] < position { low = middle + 1 } else { high = middle }
    }
    let after = low < cues.count ? cues[low] - position : Int.max
    let before = low > 0 ? position - cues[low - 1] : Int.max
    return min(after, before)
  }

  /// ln(1 + n) by the series of atanh, the same on every machine; |error| < 1e-12 for n ≤ 10⁵.
  static func logOnePlus(_ n: Double) -> Double {
    var mantissa = 1 + n
    var exponent = 0.0
    while mantissa > 1.5 {
      mantissa /= 2
      exponent += 1
    }
    let z = (mantissa - 1) / (mantissa + 1)
    var power = z
    var sum = 0.0
    for term in 0..<20 {
      sum += power / Double(2 * term + 1)
      power *= z * z
    }
    return 2 * sum + exponent * 0.693147180559945309
  }
}
