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
    var writer = MessageWriter(authors: chunk.conversations[conversation].authors)
    let hasExtras = !chunk.conversations[conversation].messageExtras.isEmpty
    for index in range {
      if index > range.lowerBound { bytes.append(UInt8(ascii: ",")) }
      let extra =
        hasExtras
        ? chunk.conversations[conversation].messageExtras[index - range.lowerBound] ?? [] : []
      writer.append(chunk.messages, index, extra, to: &bytes)
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
    append("claimedAgeBand", participant.claimedAgeBand, to: &bytes)
    appendExtra(participant.extra, to: &bytes)
    // Every member brought a comma; the first one is where the brace belongs.
    if bytes.count == start {
      bytes.append(UInt8(ascii: "{"))
    } else {
      bytes[start] = UInt8(ascii: "{")
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
