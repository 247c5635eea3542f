public import Chat

extension CSV {
  /// The header, with its newline.
  public static var head: [UInt8] {
    Array(CSVColumns.Name.allCases.map(\.rawValue).joined(separator: ",").utf8) + [0x0a]
  }

  /// Adds one conversation of a chunk, a row a message; fields are in quotes where they need them.
  /// O(bytes).
  public static func append(
    _ chunk: borrowing Chunk, conversation: Int, to bytes: inout [UInt8]
  ) {
    let conversation = chunk.conversations[conversation]
    var (id, end): ([UInt8], [UInt8]) = ([], [])
    append(field: Array(conversation.id.utf8)[...], to: &id)
    end.append(UInt8(ascii: ","))
    end += (conversation.label?.rawValue ?? "").utf8
    end.append(UInt8(ascii: ","))
    end += (conversation.split?.rawValue ?? "").utf8
    end.append(UInt8(ascii: "\n"))
    let authors = conversation.authors.map { Array($0.utf8)[...] }
    for (position, index) in conversation.messages.enumerated() {
      bytes += id
      bytes.append(UInt8(ascii: ","))
      append(field: authors[Int(chunk.messages.author[index])], to: &bytes)
      bytes.append(UInt8(ascii: ","))
      let extra =
        chunk.messages.timeStyle[index].isVerbatim ? conversation.messageExtras[position] : nil
      let written = extra.flatMap(verbatimTime) ?? []
      if written.isEmpty {
        chunk.messages.timeStyle[index].append(chunk.messages.time[index], to: &bytes)
      } else {
        append(field: written, to: &bytes)
      }
      bytes.append(UInt8(ascii: ","))
      append(field: chunk.messages.text[chunk.messages.textRange(index)], to: &bytes)
      bytes += end
    }
  }

  /// The time as it was written, of the member `"time":"…"` that stands first.
  private static func verbatimTime(_ extra: [UInt8]) -> ArraySlice<UInt8>? {
    let key = Array("\"time\":\"".utf8)
    guard extra.starts(with: key) else { return nil }
    return extra[key.count...].prefix { $0 != UInt8(ascii: "\"") }
  }

  private static func append(field: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let needsQuotes = field.contains { [0x22, 0x2c, 0x0a, 0x0d].contains($0) }
    guard needsQuotes || field.starts(with: [0xef, 0xbb, 0xbf]) else {
      bytes += field
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
