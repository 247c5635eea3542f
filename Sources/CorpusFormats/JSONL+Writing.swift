public import Chat

extension JSONL {
  /// Adds one conversation of a chunk as one line with its newline: members in the order of the
  /// contract, absent ones left out, unknown ones last, no white space, and nothing escaped that need
  /// not be. Reading the line gives an equal conversation. O(bytes).
  public static func append(
    _ chunk: borrowing Chunk, conversation: Int, to bytes: inout [UInt8]
  ) {
    appendHead(chunk.conversations[conversation], to: &bytes)
    bytes.append("\"messages\":[")
    let range = chunk.conversations[conversation].messages
    let names = AuthorNames(chunk.conversations[conversation].authors)
    let hasExtras = !chunk.conversations[conversation].messageExtras.isEmpty
    for index in range {
      if index > range.lowerBound { bytes.append(UInt8(ascii: ",")) }
      let extra =
        hasExtras
        ? chunk.conversations[conversation].messageExtras[index - range.lowerBound] ?? [] : []
      append(chunk.messages, index, names, extra, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    appendExtra(chunk.conversations[conversation].extra, to: &bytes)
    bytes.append("}\n")
  }

  /// The members before the messages, with a comma behind each.
  private static func appendHead(_ conversation: Conversation, to bytes: inout [UInt8]) {
    bytes.append("{\"id\":")
    append(string: conversation.id, to: &bytes)
    append("label", conversation.label?.rawValue, to: &bytes)
    append("split", conversation.split?.rawValue, to: &bytes)
    append("group", conversation.group, to: &bytes)
    append("locale", conversation.locale, to: &bytes)
    append("kind", conversation.kind?.rawValue, to: &bytes)
    append("scenario", conversation.scenario, to: &bytes)
    append("pair", conversation.pair, to: &bytes)
    if !conversation.families.isEmpty {
      bytes.append(",\"families\":[")
      for (index, family) in conversation.families.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(string: family, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    append("seed", conversation.seed, to: &bytes)
    if !conversation.participants.isEmpty {
      bytes.append(",\"participants\":[")
      for (index, participant) in conversation.participants.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(participant, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    if let known = conversation.knownOffline {
      bytes.append(known ? ",\"knownOffline\":true" : ",\"knownOffline\":false")
    }
    append("onset", conversation.onset.map(UInt64.init), to: &bytes)
    append("decidable", conversation.decidable.map(UInt64.init), to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }

  private static func append(_ participant: Participant, to bytes: inout [UInt8]) {
    let start = bytes.count
    append("id", participant.id.isEmpty ? nil : participant.id, to: &bytes)
    append("role", participant.role, to: &bytes)
    append("ageBand", participant.ageBand, to: &bytes)
    appendExtra(participant.extra, to: &bytes)
    // Every member brought a comma; the first one is where the brace belongs.
    if bytes.count == start {
      bytes.append(UInt8(ascii: "{"))
    } else {
      bytes[start] = UInt8(ascii: "{")
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(
    _ messages: borrowing MessageColumns, _ index: Int, _ names: borrowing AuthorNames,
    _ extra: [UInt8], to bytes: inout [UInt8]
  ) {
    bytes.append("{\"author\":")
    names.append(Int(messages.author[index]), to: &bytes)
    var rest = 0
    let style = messages.timeStyle[index]
    switch style.kind {
    case .absent: break
    case .integer:
      bytes.append(",\"time\":")
      style.append(messages.time[index], to: &bytes)
    case .iso, .clock:
      rest = style.isVerbatim ? endOfVerbatimTime(extra) : 0
      if rest > 0 {
        bytes.append(UInt8(ascii: ","))
        bytes.append(extra.span, 0..<rest)
      } else {
        bytes.append(",\"time\":\"")
        style.append(messages.time[index], to: &bytes)
        bytes.append(UInt8(ascii: "\""))
      }
    }
    bytes.append(",\"text\":")
    append(string: messages.text.span, messages.textRange(index), to: &bytes)
    if messages.session[index] != 0 {
      bytes.append(",\"session\":")
      bytes.append(decimal: UInt64(messages.session[index]))
    }
    if messages.stage[index] != 255 {
      bytes.append(",\"stage\":\"")
      bytes.append(contentsOf: stageNames[Int(messages.stage[index])])
      bytes.append(UInt8(ascii: "\""))
    }
    if !messages.signs[index].isEmpty {
      bytes.append(",\"signs\":[")
      append(messages.signs[index].rawValue, signNames, to: &bytes)
    }
    if !messages.cues[index].isEmpty {
      bytes.append(",\"cues\":[")
      append(messages.cues[index].rawValue, cueNames, to: &bytes)
    }
    if rest < extra.count {
      if rest == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(extra.span, rest..<extra.count)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Where the member `"time":"…"` at the start of the unknown members ends; 0 where there is none.
  private static func endOfVerbatimTime(_ extra: [UInt8]) -> Int {
    let key = Array("\"time\":\"".utf8)
    guard extra.starts(with: key),
      let quote = extra.dropFirst(key.count).firstIndex(of: UInt8(ascii: "\""))
    else { return 0 }
    return quote + 1
  }

  /// The names of a set's cases and the closing bracket.
  private static func append(_ bits: UInt32, _ names: [[UInt8]], to bytes: inout [UInt8]) {
    var rest = bits
    while rest != 0 {
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: names[rest.trailingZeroBitCount])
      bytes.append(UInt8(ascii: "\""))
      rest &= rest - 1
      if rest != 0 { bytes.append(UInt8(ascii: ",")) }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static let stageNames = Stage.allCases.map { Array($0.rawValue.utf8) }
  private static let signNames = Sign.allCases.map { Array($0.rawValue.utf8) }
  private static let cueNames = Cue.allCases.map { Array($0.rawValue.utf8) }
}
