import Chat

extension ConversationParser {
  /// Reads the array of messages.
  mutating func readMessages(
    _ text: Span<UInt8>, _ line: Range<Int>, _ words: borrowing Vocabulary,
    into conversation: inout Conversation, _ messages: inout MessageColumns
  ) throws(LineFault) {
    try cursor.open("[", text, "member 'messages'")
    position = 0
    // The texts are taken out of the columns, so that both can grow; no text is longer than its line.
    var bytes: [UInt8] = []
    swap(&bytes, &messages.text)
    defer { swap(&bytes, &messages.text) }
    let start = bytes.count
    let room = line.upperBound - cursor.position + MemoryLayout<UInt64>.size
    try bytes.append(addingCapacity: room) { output throws(LineFault) in
      try readMessages(text, words, start, into: &conversation, &messages, &output)
    }
    moveRows(to: &messages)
  }

  private mutating func readMessages(
    _ text: Span<UInt8>, _ words: borrowing Vocabulary, _ start: Int,
    into conversation: inout Conversation, _ messages: inout MessageColumns,
    _ output: inout OutputSpan<UInt8>
  ) throws(LineFault) {
    var isFirst = true
    while try cursor.nextElement(text, isFirst: isFirst) {
      isFirst = false
      do throws(LineFault) {
        var row = MessageRow()
        try readMessage(text, words, into: &row, &conversation, &output)
        row.textEnd = UInt32(start + output.count)
        rows.append(row)
      } catch {
        throw LineFault("\(error.reason) (message \(position + 1))")
      }
      position += 1
      if rows.count == 256 { moveRows(to: &messages) }
    }
  }

  private mutating func moveRows(to messages: inout MessageColumns) {
    messages.append(rows)
    rows.removeAll(keepingCapacity: true)
  }

  private mutating func readMessage(
    _ text: Span<UInt8>, _ words: borrowing Vocabulary, into row: inout MessageRow,
    _ conversation: inout Conversation, _ output: inout OutputSpan<UInt8>
  ) throws(LineFault) {
    guard cursor.take("{", text) else {
      throw cursor.wrongType(text, "an element of member 'messages'", "an object")
    }
    try readUsualMembers(text, words, into: &row, &output)
    if !cursor.take("}", text) {
      try readMembers(text, words, into: &row, &conversation, &output)
    }
    guard row.seen & 0b101 == 0b101 else {
      throw Self.missing(row.seen & 1 == 0 ? "author" : "text", "a string")
    }
    if row.style.isVerbatim {
      // The text of a rare notation stands first among the members nobody knows.
      let others = conversation.messageExtras[position] ?? []
      conversation.messageExtras[position] =
        others.isEmpty ? verbatim : verbatim + [UInt8(ascii: ",")] + others
    }
  }

  /// Reads members as far as they stand in the order of the contract, with at most one space between
  /// tokens: each is one comparison, which the processor learns to foresee.
  @inline(__always) private mutating func readUsualMembers(
    _ text: Span<UInt8>, _ words: borrowing Vocabulary, into row: inout MessageRow,
    _ output: inout OutputSpan<UInt8>
  ) throws(LineFault) {
    // The bytes of a word stand lowest first: read the constants from right to left.
    let seven: UInt64 = 0x00ff_ffff_ffff_ffff
    var key = cursor.position
    if text[key] == 0x20 { key += 1 }
    guard text.word(at: key) == 0x2272_6f68_7475_6122, text[key + 8] == UInt8(ascii: ":") else {
      return  // "author":
    }
    cursor.position = key + 9
    row.author = try author(text)
    row.seen = 0b001
    guard moveKey(&key, text) else { return }
    if text.word(at: key) & seven == 0x003a_2265_6d69_7422 {  // "time":
      cursor.position = key + 7
      try readTime(text, into: &row)
      row.seen = 0b011
      guard moveKey(&key, text) else { return }
    }
    if text.word(at: key) & seven == 0x003a_2274_7865_7422 {  // "text":
      cursor.position = key + 7
      try readText(text, to: &output)
      row.seen |= 0b100
      guard moveKey(&key, text) else { return }
    }
    if text.word(at: key) == 0x6e6f_6973_7365_7322,  // "session
      text[key + 8] == UInt8(ascii: "\""), text[key + 9] == UInt8(ascii: ":")
    {
      cursor.position = key + 10
      row.session = try session(text)
      row.seen |= 0b1000
      guard moveKey(&key, text) else { return }
    }
    if ignoresTruth { return }
    if text.word(at: key) == 0x3a22_6567_6174_7322 {  // "stage":
      cursor.position = key + 8
      try readTruth(4, text, words, into: &row)
      guard moveKey(&key, text) else { return }
    }
    if text.word(at: key) == 0x3a22_736e_6769_7322 {  // "signs":
      cursor.position = key + 8
      try readTruth(5, text, words, into: &row)
      guard moveKey(&key, text) else { return }
    }
    if text.word(at: key) & seven == 0x003a_2273_6575_6322 {  // "cues":
      cursor.position = key + 7
      try readTruth(6, text, words, into: &row)
    }
  }

  /// Moves `key` behind the comma at which the cursor stands, and one space; false at anything else.
  @inline(__always) private func moveKey(_ key: inout Int, _ text: Span<UInt8>) -> Bool {
    guard text[cursor.position] == UInt8(ascii: ",") else { return false }
    key = cursor.position + (text[cursor.position + 1] == 0x20 ? 2 : 1)
    return true
  }

  /// Reads the members that are left, in whatever order and spelling.
  @inline(never) private mutating func readMembers(
    _ text: Span<UInt8>, _ words: borrowing Vocabulary, into row: inout MessageRow,
    _ conversation: inout Conversation, _ output: inout OutputSpan<UInt8>
  ) throws(LineFault) {
    var isFirst = row.seen == 0
    while let key = try cursor.nextKey(text, isFirst: isFirst) {
      isFirst = false
      guard let member = try find(key, in: words.messageMembers, text) else {
        try addExtra(key, text, depth: 3, to: &conversation.messageExtras[position, default: []])
        continue
      }
      if ignoresTruth, member > 3 {
        try cursor.skip(text, depth: 3)
        continue
      }
      guard row.seen >> UInt8(member) & 1 == 0 else {
        throw Self.duplicate(words.messageMembers.names[member])
      }
      row.seen |= 1 << UInt8(member)
      switch member {
      case 0: row.author = try author(text)
      case 1: try readTime(text, into: &row)
      case 2: try readText(text, to: &output)
      case 3: row.session = try session(text)
      default: try readTruth(member, text, words, into: &row)
      }
    }
  }
}
