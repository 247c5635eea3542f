public import Chat

/// What the oracle sees of a conversation: the gold acts in order, each with the role of its author.
///
/// Acts fall into ten classes (five groups of critical signs, soft signs, exculpating cues, refusals,
/// interventions, stated age), each tagged with the role of the one who writes. Features are log(1 + n)
/// of the counts of classes, of ordered pairs of successive acts in two gaps (at most or more than
/// five messages apart), and of acts without an exculpating cue within five messages.
///
/// The last block knows the distance that the labelling rule uses, so the oracle is a ceiling for
/// this corpus, not a model of a reader.
public struct OracleFeatures: Sendable {
  /// Ten classes × two roles.
  static let classes = 20
  /// How many features a conversation has.
  public static let count = classes + classes * classes * 2 + classes
  /// A cue explains a sign at most this many messages away.
  static let window = 5

  /// (feature, value) pairs with value ≠ 0, by ascending feature.
  public let values: [(index: Int, value: Double)]

  /// The features of conversation `index` of a chunk. O(messages + acts · log cues).
  public init(_ chunk: Chunk, conversation index: Int) {
    let conversation = chunk.conversations[index]
    let adults = Self.adults(of: conversation)
    var acts: [(position: Int, code: Int)] = []
    var cuePositions: [Int] = []
    for (position, message) in conversation.messages.enumerated() {
      let role = adults[Int(chunk.messages.author[message])] ? 1 : 0
      for code in Self.codes(chunk.messages.signs[message], chunk.messages.cues[message]) {
        acts.append((position, code * 2 + role))
        if code == Self.exculpating { cuePositions.append(position) }
      }
    }
    var counts = [Double](repeating: 0, count: Self.count)
    var previous: (position: Int, code: Int)?
    for act in acts {
      counts[act.code] += 1
      if let previous {
        let gap = act.position - previous.position > Self.window ? 1 : 0
        counts[Self.classes + (previous.code * Self.classes + act.code) * 2 + gap] += 1
      }
      if Self.distance(act.position, cuePositions) > Self.window {
        counts[Self.classes + Self.classes * Self.classes * 2 + act.code] += 1
      }
      previous = act
    }
    values = counts.enumerated().filter { $0.element > 0 }
      .map { (index: $0.offset, value: Self.logOnePlus($0.element)) }
  }

  private static let exculpating = 6

  /// Which authors of the conversation are adults.
  private static func adults(of conversation: Conversation) -> [Bool] {
    conversation.authors.map { author in
      conversation.participants.first { $0.id == author }?.role == "adult"
    }
  }

  /// The classes of the acts of one message, signs first.
  private static func codes(_ signs: SignSet, _ cues: CueSet) -> [Int] {
    guard !signs.isEmpty || !cues.isEmpty else { return [] }
    return signs.cases.compactMap(code) + cues.cases.map(code)
  }

  private static func code(_ sign: Sign) -> Int? {
    switch sign {
    case .supervisionProbe: 0
    case .isolationFromOthers, .privateChannelMove, .secrecyRequest: 1
    case .imageRequest, .boundaryTest: 2
    case .meetRequest: 3
    case .guiltOrDebt, .threat, .traceRemoval: 4
    case .withheld: nil
    default: 5
    }
  }

  private static func code(_ cue: Cue) -> Int {
    switch cue {
    case .adultInLoop, .verifiedRole, .openChannel, .serviceContext: exculpating
    case .refuses: 7
    case .tellsTrustedAdult, .thirdPartyIntervenes, .blockOrReport: 8
    case .statesAge: 9
    }
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
