import Chat

/// Reads one line of canonical JSONL into the open messages of a chunk and a conversation.
struct ConversationParser: ~Copyable {
  /// The label that means grooming, where other people's labels are mapped.
  let positiveLabel: [UInt8]?
  /// Whether label, split, kind, stage, signs, cues, onset and decidable are passed over.
  let ignoresTruth: Bool

  var cursor = JSONCursor(at: 0)
  /// Those who write in the conversation at hand.
  var authors = ByteStringTable()
  /// What the last messages said.
  var lastAuthor = RecentName()
  var otherAuthor = RecentName()
  var lastStage = RecentName()
  var recentDate = RecentDate()
  /// Messages that are read and not yet in the columns.
  var rows: [MessageRow] = []
  /// The position of the message at hand in its conversation.
  var position = 0
  /// The member `"time"` of the message at hand, where its notation is a rare one.
  var verbatim: [UInt8] = []
  /// Where strings with escapes are put together.
  var scratch: [UInt8] = []

  init(positiveLabel: String? = nil, ignoresTruth: Bool = false) {
    self.positiveLabel = positiveLabel.map { Array($0.utf8) }
    self.ignoresTruth = ignoresTruth
  }

  /// Reads the object that stands in `line` of `text`, with a newline behind it and a margin.
  mutating func conversation(
    _ text: Span<UInt8>, _ line: Range<Int>, _ words: borrowing Vocabulary,
    into messages: inout MessageColumns
  ) throws(LineFault) -> Conversation {
    cursor = JSONCursor(at: line.lowerBound)
    authors.removeAll()
    lastAuthor = RecentName()
    otherAuthor = RecentName()
    rows.removeAll(keepingCapacity: true)
    var conversation = Conversation(id: "")
    cursor.skipSpaces(text)
    guard cursor.take("{", text) else {
      throw cursor.wrongType(text, "the line", "one JSON object a line")
    }
    var seen: UInt32 = 0
    var isFirst = true
    while let key = try cursor.nextKey(text, isFirst: isFirst) {
      isFirst = false
      guard let index = try find(key, in: words.conversationMembers, text) else {
        try addExtra(key, text, depth: 1, to: &conversation.extra)
        continue
      }
      let member = Vocabulary.ConversationMember.allCases[index]
      if ignoresTruth, member.isTruth {
        try cursor.skip(text, depth: 1)
        continue
      }
      guard seen >> UInt32(index) & 1 == 0 else { throw Self.duplicate(member.rawValue) }
      seen |= 1 << UInt32(index)
      switch member {
      case .id: conversation.id = try string(text, "member 'id'")
      case .messages: try readMessages(text, line, words, into: &conversation, &messages)
      case .label where positiveLabel != nil: conversation.label = try mappedLabel(text)
      default:
        // Where a member is optional, null is the same as leaving it out.
        if try cursor.takeNull(text) { continue }
        try readOptional(member, text, words, into: &conversation)
      }
    }
    try cursor.end(text, line)
    for member in [Vocabulary.ConversationMember.id, .messages]
    where seen >> UInt32(member.index) & 1 == 0 {
      throw Self.missing(member.rawValue, member == .id ? "a string" : "an array")
    }
    for index in 0..<authors.count { conversation.authors.append(authors.string(index)) }
    return conversation
  }

  /// Reads the value of a member that is not null.
  private mutating func readOptional(
    _ member: Vocabulary.ConversationMember, _ text: Span<UInt8>, _ words: borrowing Vocabulary,
    into conversation: inout Conversation
  ) throws(LineFault) {
    switch member {
    case .label: conversation.label = Label.allCases[try name(text, words.labels, "member 'label'")]
    case .split: conversation.split = Split.allCases[try name(text, words.splits, "member 'split'")]
    case .kind:
      conversation.kind = ConversationKind.allCases[try name(text, words.kinds, "member 'kind'")]
    case .group: conversation.group = try string(text, "member 'group'")
    case .locale: conversation.locale = try string(text, "member 'locale'")
    case .scenario: conversation.scenario = try string(text, "member 'scenario'")
    case .pair: conversation.pair = try string(text, "member 'pair'")
    case .seed: conversation.seed = try cursor.whole(text, "member 'seed'", from: 0)
    case .onset: conversation.onset = try cursor.whole(text, "member 'onset'", from: 1)
    case .decidable: conversation.decidable = try cursor.whole(text, "member 'decidable'", from: 1)
    case .knownOffline:
      conversation.knownOffline = try cursor.boolean(text, "member 'knownOffline'")
    case .families:
      try cursor.open("[", text, "member 'families'")
      var isFirst = true
      while try cursor.nextElement(text, isFirst: isFirst) {
        isFirst = false
        conversation.families.append(try string(text, "an element of member 'families'"))
      }
    case .participants:
      try cursor.open("[", text, "member 'participants'")
      var isFirst = true
      while try cursor.nextElement(text, isFirst: isFirst) {
        isFirst = false
        conversation.participants.append(try participant(text, words.participantMembers))
      }
    case .id, .messages: break
    }
  }

  private mutating func participant(
    _ text: Span<UInt8>, _ members: borrowing NameTable
  ) throws(LineFault) -> Participant {
    var participant = Participant(id: "")
    try cursor.open("{", text, "an element of member 'participants'")
    var seen: UInt32 = 0
    var isFirst = true
    while let key = try cursor.nextKey(text, isFirst: isFirst) {
      isFirst = false
      guard let index = try find(key, in: members, text) else {
        try addExtra(key, text, depth: 3, to: &participant.extra)
        continue
      }
      guard seen >> UInt32(index) & 1 == 0 else { throw Self.duplicate(members.names[index]) }
      seen |= 1 << UInt32(index)
      if try cursor.takeNull(text) { continue }
      let value = try string(text, "member '\(members.names[index])' of a participant")
      switch index {
      case 0: participant.id = value
      case 1: participant.role = value
      case 2: participant.ageBand = value
      default: participant.claimedAgeBand = value
      }
    }
    return participant
  }
}
