import Chat

/// SplitMix64 (Steele, Lea, Flood 2014): the seed of a failing case makes it again.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Conversations with every property absent or present at random.
struct RandomCorpus {
  private var random: SplitMix64
  private var made = 0

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  mutating func chunk(conversations: Int) -> Chunk {
    var chunk = Chunk()
    for _ in 0..<conversations { append(to: &chunk) }
    return chunk
  }

  private mutating func append(to chunk: inout Chunk) {
    made += 1
    var conversation = Conversation(id: "c\(made)\(string())")
    conversation.label = Label.allCases.randomElement(using: &random)
    if chance(4) { conversation.label = nil }
    conversation.split = chance(4) ? nil : Split.allCases.randomElement(using: &random)
    conversation.group = optional { $0.string() }
    conversation.locale = optional { $0.string() }
    conversation.kind = chance(3) ? nil : ConversationKind.allCases.randomElement(using: &random)
    conversation.scenario = optional { $0.string() }
    conversation.pair = optional { $0.string() }
    conversation.families = (0..<below(4)).map { _ in string() }
    conversation.seed = optional { $0.random.next() }
    conversation.knownOffline = optional { $0.chance(2) }
    conversation.onset = optional { $0.below(50) + 1 }
    conversation.decidable = optional { $0.below(50) + 1 }
    conversation.extra = extra()
    conversation.participants = (0..<below(3)).map { number in
      Participant(
        id: "\(number)\(string())", role: optional { $0.string() },
        ageBand: optional { $0.string() }, claimedAgeBand: optional { $0.string() },
        extra: extra())
    }
    // Some with more authors than names are compared one by one.
    conversation.authors = (0..<(chance(8) ? 40 : below(4) + 1)).map { "\(string())\($0)" }
    let count = chance(6) ? 0 : below(60)
    for number in 0..<count {
      if chance(10) { conversation.messageExtras[number] = chance(4) ? [] : extra() }
      appendMessage(to: &chunk.messages, authors: conversation.authors.count)
    }
    chunk.close(conversation)
  }

  private mutating func appendMessage(to columns: inout MessageColumns, authors: Int) {
    let styles = [
      TimeStyle.absent, .integer, .clock, .isoSecondsUTC,
      TimeStyle(rawValue: 1 | 1 << 2 | 3 << 3 | 2 << 7 | 2168 << 9),
    ]
    let style = styles[below(styles.count)]
    var (signs, cues): (SignSet, CueSet) = ([], [])
    if chance(4) { signs.rawValue = UInt32(below(1 << Sign.allCases.count)) }
    if chance(6) { cues.rawValue = UInt32(below(1 << Cue.allCases.count)) }
    columns.append(
      author: below(authors), time: style == .absent ? 0 : Int64(below(1 << 50)) - 1 << 40,
      style: style, text: string().utf8, session: below(3),
      stage: chance(3) ? nil : Stage.allCases.randomElement(using: &random), signs: signs,
      cues: cues)
  }

  mutating func string() -> String {
    let pieces = ["", "a", "é", "😀", "\"", "\\", "\n", "\u{1}", "\u{7F}", ",", "word ", "{}", "\0"]
    return (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  private mutating func extra() -> [UInt8] {
    chance(3) ? Array("\"mood\":{\"a\":[1,\"é\"]},\"n\":\(below(9))".utf8) : []
  }

  private mutating func optional<Value>(_ make: (inout Self) -> Value) -> Value? {
    chance(3) ? nil : make(&self)
  }

  private mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}

/// A conversation with its messages, comparable wherever it stands in a chunk.
struct Loose: Equatable {
  var conversation: Conversation
  var texts: [[UInt8]] = []
  var authors: [UInt32] = []
  var times: [Int64] = []
  var styles: [TimeStyle] = []
  var sessions: [UInt32] = []
  var stages: [UInt8] = []
  var signs: [SignSet] = []
  var cues: [CueSet] = []

  /// All conversations of a chunk.
  static func all(_ chunk: Chunk) -> [Loose] {
    chunk.conversations.map { conversation in
      var loose = Loose(conversation: conversation)
      loose.conversation.messages = 0..<conversation.messages.count
      let columns = chunk.messages
      for index in conversation.messages {
        loose.texts.append(Array(columns.text[columns.textRange(index)]))
        loose.authors.append(columns.author[index])
        loose.times.append(columns.time[index])
        loose.styles.append(columns.timeStyle[index])
        loose.sessions.append(columns.session[index])
        loose.stages.append(columns.stage[index])
        loose.signs.append(columns.signs[index])
        loose.cues.append(columns.cues[index])
      }
      return loose
    }
  }
}
