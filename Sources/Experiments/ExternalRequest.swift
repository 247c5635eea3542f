import Chat

/// What the host says to a detector, one JSON object a line.
enum ExternalRequest {
  /// The name of the protocol.
  static let version = "nightlight/1"

  static func hello(seed: UInt64, parameters: String) -> [UInt8] {
    line(
      .object([
        ("op", .string("hello")), ("protocol", .string(version)), ("seed", .raw("\(seed)")),
        ("params", .raw(parameters)),
      ]))
  }

  static func train(path: String) -> [UInt8] {
    line(.object([("op", .string("train")), ("path", .string(path))]))
  }

  static func begin(conversation: String, authors: Int) -> [UInt8] {
    line(
      .object([
        ("op", .string("begin")), ("conversation", .string(conversation)),
        ("authors", .array((0..<authors).map { .string(author($0)) })),
      ]))
  }

  static let end = line(.object([("op", .string("end")), ("id", .string("end"))]))
  static let bye = line(.object([("op", .string("bye"))]))

  /// A message; a text that would make the line pass 1 MiB is cut at the end of a character.
  static func message(_ number: Int, author: Int, time: Int64?, text: Span<UInt8>) -> [UInt8] {
    let head =
      #"{"op":"message","id":\#(number),"author":"\#(self.author(author))","at_ms":"#
      + (time.map { "\($0)" } ?? "null") + #","text":""#
    let limit = ExternalProcess.maximumLineBytes - 3
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(min(limit, bytes.count + text.count + text.count / 8) + 3)
    /// Where the character began that the loop is in.
    var whole = bytes.count
    for index in text.indices {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { whole = bytes.count }
      append(byte, to: &bytes)
      guard bytes.count <= limit else {
        bytes.removeLast(bytes.count - whole)
        break
      }
    }
    bytes += [UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "\n")]
    return bytes
  }

  /// `a`, `b`, … `z`, `aa`, `ab`, …
  static func author(_ index: Int) -> String {
    var rest = index
    var letters: [UInt8] = []
    while true {
      letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
      guard rest >= 26 else { break }
      rest = rest / 26 - 1
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// A name for a conversation that tells nothing about it.
  static func opaqueID() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    let bytes = (0..<12).map { _ in letters[Int.random(in: 0..<letters.count)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A:
      bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array(#"\u00"#.utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  private static func line(_ object: JSONText) -> [UInt8] { Array((object.text + "\n").utf8) }
}
