import Chat

extension ConversationParser {
  /// The number of the author at whose opening quote the cursor should stand.
  @inline(__always) mutating func author(_ text: Span<UInt8>) throws(LineFault) -> UInt32 {
    cursor.skipSpaces(text)
    let start = cursor.position + 1
    if text[start - 1] == UInt8(ascii: "\"") {
      if lastAuthor.stands(in: text, at: start) {
        cursor.position = start + lastAuthor.count + 1
        return UInt32(truncatingIfNeeded: lastAuthor.index)
      }
      if otherAuthor.stands(in: text, at: start) {
        swap(&lastAuthor, &otherAuthor)
        cursor.position = start + lastAuthor.count + 1
        return UInt32(truncatingIfNeeded: lastAuthor.index)
      }
    }
    return try thirdAuthor(text)
  }

  @inline(never) private mutating func thirdAuthor(
    _ text: Span<UInt8>
  ) throws(LineFault) -> UInt32 {
    guard text[cursor.position] == UInt8(ascii: "\"") else {
      throw cursor.wrongType(text, "member 'author'", "a string")
    }
    let token = try cursor.string(text)
    if !token.hasEscapes {
      let index = authors.insert(text, token.range).index
      if let recent = RecentName(text, token.range, index: index) {
        (otherAuthor, lastAuthor) = (lastAuthor, recent)
      }
      return UInt32(index)
    }
    var copy = JSONCursor(at: token.range.lowerBound - 1)
    var name: [UInt8] = []
    try copy.string(text, to: &name)
    return UInt32(authors.insert(name.span, 0..<name.count).index)
  }

  /// Adds the text at whose opening quote the cursor should stand.
  @inline(__always) mutating func readText(
    _ text: Span<UInt8>, to output: inout OutputSpan<UInt8>
  ) throws(LineFault) {
    cursor.skipSpaces(text)
    guard text[cursor.position] == UInt8(ascii: "\"") else {
      throw cursor.wrongType(text, "member 'text'", "a string")
    }
    try cursor.copyString(text, to: &output)
  }

  @inline(__always) mutating func readTime(
    _ text: Span<UInt8>, into row: inout MessageRow
  ) throws(LineFault) {
    if text[cursor.position] == 0x20 { cursor.position += 1 }
    let start = cursor.position + 1
    if text[start - 1] == UInt8(ascii: "\""), text[start + 20] == UInt8(ascii: "\""),
      let time = recentDate.time(text, at: start)
    {
      cursor.position = start + 21
      (row.time, row.style) = (time, .isoSecondsUTC)
    } else if let time = cursor.plainMilliseconds(text) {
      (row.time, row.style) = (time, .integer)
    } else {
      try readOtherTime(text, into: &row)
    }
  }

  @inline(never) private mutating func readOtherTime(
    _ text: Span<UInt8>, into row: inout MessageRow
  ) throws(LineFault) {
    cursor.skipSpaces(text)
    if try cursor.takeNull(text) { return }
    let start = cursor.position
    (row.time, row.style) = try cursor.time(text, "member 'time'")
    if row.style.isVerbatim {
      verbatim.removeAll(keepingCapacity: true)
      verbatim.append("\"time\":")
      verbatim.append(text, start..<cursor.position)
    }
  }

  @inline(__always) mutating func session(_ text: Span<UInt8>) throws(LineFault) -> UInt32 {
    // One digit before a comma is what nearly every sitting needs.
    if text[cursor.position] == 0x20 { cursor.position += 1 }
    let digit = text[cursor.position] &- 0x30
    if 1...9 ~= digit, text[cursor.position + 1] == UInt8(ascii: ",") {
      cursor.position += 1
      return UInt32(digit)
    }
    cursor.skipSpaces(text)
    return try cursor.takeNull(text) ? 0 : cursor.whole(text, "member 'session'", from: 1)
  }

  /// Reads stage (4), signs (5) or cues (6).
  @inline(__always) mutating func readTruth(
    _ member: Int, _ text: Span<UInt8>, _ words: borrowing Vocabulary, into row: inout MessageRow
  ) throws(LineFault) {
    row.seen |= 1 << UInt8(member)
    cursor.skipSpaces(text)
    if try cursor.takeNull(text) { return }
    switch member {
    case 4: row.stage = try stage(text, words.stages)
    case 5: row.signs = try set(text, words.signs, "member 'signs'")
    default: row.cues = try set(text, words.cues, "member 'cues'")
    }
  }

  @inline(__always) private mutating func stage(
    _ text: Span<UInt8>, _ table: borrowing NameTable
  ) throws(LineFault) -> UInt8 {
    let start = cursor.position + 1
    if text[start - 1] == UInt8(ascii: "\""), lastStage.stands(in: text, at: start) {
      cursor.position = start + lastStage.count + 1
    } else {
      let index = try name(text, table, "member 'stage'")
      let range = start..<cursor.position - 1
      // Spelled with escapes it is longer than its name, and not worth keeping.
      guard range.count == table.names[index].utf8.count,
        let recent = RecentName(text, range, index: index)
      else { return UInt8(index) }
      lastStage = recent
    }
    return UInt8(truncatingIfNeeded: lastStage.index)
  }

  private mutating func set(
    _ text: Span<UInt8>, _ table: borrowing NameTable, _ what: StaticString
  ) throws(LineFault) -> UInt32 {
    guard cursor.take("[", text) else { throw cursor.wrongType(text, "\(what)", "an array") }
    var bits: UInt32 = 0
    var isFirst = true
    if text[cursor.position] == UInt8(ascii: "\"") {
      // One element is what nearly every set has.
      bits = 1 << UInt32(try name(text, table, what, isElement: true))
      if cursor.take("]", text) { return bits }
      isFirst = false
    }
    while try cursor.nextElement(text, isFirst: isFirst) {
      isFirst = false
      bits |= 1 << UInt32(try name(text, table, what, isElement: true))
    }
    return bits
  }
}
