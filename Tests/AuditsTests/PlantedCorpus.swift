import Chat
import Statistics

@testable import Audits

/// A made-up corpus of neutral words in which nothing tells the classes apart, to plant faults in.
struct PlantedCorpus {
  struct Message {
    var author = 0
    /// Minutes since the first day began.
    var minute: Int?
    var words: [String] = []
    var end = ""
    var signs: SignSet = []
    var cues: CueSet = []

    var text: String { words.joined(separator: " ") + end }
  }

  struct Draft {
    var id: String
    var group: String
    var split: Split?
    var label: Label?
    var kind: ConversationKind?
    var bands = ["adult", "13-15"]
    var knownOffline: Bool? = false
    var messages: [Message] = []

    var isPositive: Bool { label == .grooming }
    var isHard: Bool { kind == .hardNegative }
  }

  /// Conversations in storage order; a third each of grooming, hard negatives and ordinary talk,
  /// three fifths in training, one fifth each in validation and test.
  var drafts: [Draft] = []
  /// For faults that are planted by chance.
  var random: CounterRandom

  init(_ count: Int = 420, seed: UInt64 = 1, vocabulary: Int = 3000) {
    random = CounterRandom(seed: seed, stream: 0, purpose: 1)
    for number in 0..<count {
      // Ids are shuffled against the classes: 7 and the count have no common factor of 3 left.
      let kind: ConversationKind = [.grooming, .hardNegative, .ordinary][number % 3]
      var draft = Draft(id: "c\(1000 + number * 7 % count)", group: "g\(number)")
      draft.kind = kind
      draft.label = kind == .grooming ? .grooming : .benign
      draft.split = [.train, .train, .train, .validation, .test][number / 3 % 5]
      draft.knownOffline = random.below(4) == 0
      var minute = 600 + random.below(300)
      for _ in 0..<(10 + random.below(5)) {
        var message = Message(author: random.below(2), minute: minute)
        minute += 1 + random.below(20)
        message.words = (0..<(5 + random.below(6))).map { _ in word(vocabulary) }
        if random.below(2) == 0 { message.words[0] = message.words[0].uppercased() }
        if random.below(2) == 0 { message.end = "." }
        if random.below(8) == 0 { message.signs = [.meetRequest] }
        if random.below(8) == 0 { message.cues = [.openChannel] }
        draft.messages.append(message)
      }
      draft.messages[0].author = 0
      drafts.append(draft)
    }
  }

  /// A word of consonants and vowels; low numbers are the usual ones, much as in a language.
  mutating func word(_ vocabulary: Int = 3000) -> String {
    let share = random.unit()
    return Self.word(Int(share * share * share * Double(vocabulary)))
  }

  static func word(_ number: Int) -> String {
    let syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve"]
    var (text, rest) = ("", number)
    for _ in 0..<4 {
      text += syllables[rest % 12]
      rest /= 12
    }
    return text
  }

  /// Changes every draft that a condition holds for.
  mutating func change(
    where holds: (Draft) -> Bool, _ body: (inout Draft, inout CounterRandom) -> Void
  ) {
    for index in drafts.indices where holds(drafts[index]) { body(&drafts[index], &random) }
  }

  /// Changes every message of the drafts that a condition holds for.
  mutating func changeMessages(
    where holds: (Draft) -> Bool, _ body: (inout Message, inout CounterRandom) -> Void
  ) {
    change(where: holds) { draft, random in
      for index in draft.messages.indices { body(&draft.messages[index], &random) }
    }
  }

  func corpus(_ name: String = "planted") -> AuditedCorpus {
    var chunk = Chunk()
    for draft in drafts {
      var conversation = Conversation(id: draft.id)
      (conversation.group, conversation.split) = (draft.group, draft.split)
      (conversation.label, conversation.kind) = (draft.label, draft.kind)
      (conversation.locale, conversation.knownOffline) = ("en", draft.knownOffline)
      let names = ["a", "b", "c"]
      conversation.authors = names
      conversation.participants = zip(names, draft.bands).map {
        Participant(id: $0, role: $1 == "adult" ? "adult" : "child", ageBand: $1)
      }
      for message in draft.messages {
        chunk.messages.append(
          author: message.author, time: Int64(message.minute ?? 0) * 60_000,
          style: message.minute == nil ? .absent : .integer, text: message.text.utf8,
          signs: message.signs, cues: message.cues)
      }
      chunk.close(conversation)
    }
    return AuditedCorpus(name, [chunk])
  }
}

extension [AuditFinding] {
  /// Names of the findings that break their bounds.
  var broken: Set<String> { Set<String>(filter { $0.verdict == .broken }.map(\.name)) }

  subscript(_ name: String) -> AuditFinding? { first { $0.name == name } }
}
