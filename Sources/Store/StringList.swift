/// Lists of strings as the database keeps them: a JSON array, so that `json_each` reads it too.
///
/// ```swift
/// StringList.text(["anna", "b\"c"])           // ["anna","b\"c"]
/// StringList.strings("[\"anna\"]".utf8.span)  // ["anna"]
/// ```
enum StringList {
  /// The array on one line. O(length).
  static func text(_ strings: [String]) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (index, string) in strings.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in string.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0..<0x20:
          bytes.append(contentsOf: Array("\\u00".utf8))
          bytes.append(digits[Int(byte >> 4)])
          bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// The strings of an array that ``text(_:)`` wrote, or nil where it is another text. O(length).
  static func strings(_ text: Span<UInt8>) -> [String]? {
    text.withUnsafeBufferPointer { text in
      guard text.count >= 2, text[0] == UInt8(ascii: "["),
        text[text.count - 1] == UInt8(ascii: "]")
      else { return nil }
      var strings: [String] = []
      if text.count == 2 { return strings }
      var position = 1
      while let string = string(text, &position) {
        strings.append(string)
        if position == text.count - 1 { return strings }
        guard text[position] == UInt8(ascii: ",") else { return nil }
        position += 1
      }
      return nil
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// The quoted string at `position`, which then stands behind it; always before the last byte.
  private static func string(
    _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> String? {
    guard text[position] == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\""), text[end] != UInt8(ascii: "\\") {
      end += 1
    }
    guard end < text.count - 1 else { return nil }
    if text[end] == UInt8(ascii: "\"") {
      position = end + 1
      return String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)
    }
    return escaped(text, start, &position)
  }

  /// Like ``string(_:_:)``, for the few names with a quote, a backslash or a control character.
  private static func escaped(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ position: inout Int
  ) -> String? {
    var bytes: [UInt8] = []
    var index = start
    while index < text.count - 1 {
      switch text[index] {
      case UInt8(ascii: "\""):
        position = index + 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        let byte = text[index + 1]
        guard byte == UInt8(ascii: "u") else {
          guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { return nil }
          bytes.append(byte)
          index += 2
          continue
        }
        guard index + 5 < text.count, text[index + 2] == UInt8(ascii: "0"),
          text[index + 3] == UInt8(ascii: "0"),
          let high = digits.firstIndex(of: text[index + 4]),
          let low = digits.firstIndex(of: text[index + 5])
        else { return nil }
        bytes.append(UInt8(high << 4 | low))
        index += 6
      case let byte:
        bytes.append(byte)
        index += 1
      }
    }
    return nil
  }
}
