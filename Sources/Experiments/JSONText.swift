/// A JSON document as a value, for small machine-readable answers; its text is deterministic.
///
/// ```swift
/// let answer = JSONText.object([("name", .string("naive-bayes")), ("alpha", .number(0.5))])
/// answer.text  // {"name":"naive-bayes","alpha":0.5}
/// ```
public enum JSONText: Sendable, Equatable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A finite number in its shortest exact form; NaN and infinity become `null`.
  case number(Double)
  /// A string, escaped.
  case string(String)
  /// Text that is JSON already.
  case raw(String)
  /// Values in order.
  case array([JSONText])
  /// Members in the order given.
  case object([(String, JSONText)])

  /// A number, or `null`.
  public static func optional(_ value: Double?) -> JSONText { value.map(JSONText.number) ?? .null }
  /// A whole number, or `null`.
  public static func optional(_ value: Int?) -> JSONText { value.map(JSONText.integer) ?? .null }
  /// A string, or `null`.
  public static func optional(_ value: String?) -> JSONText { value.map(JSONText.string) ?? .null }

  /// The document on one line. O(size).
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.number(value)
    case .string(let value): Self.write(value, to: &text)
    case .raw(let value): text += value
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.0, to: &text)
        text += ":"
        member.1.write(to: &text)
      }
      text += "}"
    }
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(.towardZero), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Whether two documents have the same text.
  public static func == (a: JSONText, b: JSONText) -> Bool { a.text == b.text }
}
