/// Reads one alternative of a grammar: weight, text, rules, slots, options and choices.
struct GrammarLineParser {
  private let bytes: [UInt8]
  private let file: String
  private let line: Int
  private var at = 0
  private var depth = 0

  init(_ bytes: [UInt8], file: String, line: Int) {
    (self.bytes, self.file, self.line) = (bytes, file, line)
  }

  /// The whole line.
  mutating func alternative() throws(GenerationError) -> GrammarFile.Alternative {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    let weight = try self.weight()
    let nodes = try sequence(until: [])
    guard at == bytes.count else { throw error("'\(character)' without its opening bracket") }
    guard !nodes.isEmpty else { throw error("an empty alternative; expected text") }
    if case .text(let text)? = nodes.last, text.last == UInt8(ascii: "."),
      !text.suffix(3).elementsEqual("...".utf8)
    {
      throw error("a final full stop; expected none (the noise channel sets it)")
    }
    return GrammarFile.Alternative(weight: weight, nodes: nodes, line: line)
  }

  private var character: String { String(decoding: [bytes[at]], as: UTF8.self) }

  private func error(_ reason: String) -> GenerationError {
    .invalid(file: file, line: line, reason: reason)
  }

  /// `12 | ` before the text, else 1.
  private mutating func weight() throws(GenerationError) -> Int {
    var end = at
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    guard end > at, bytes[end...].starts(with: " | ".utf8) else { return 1 }
    guard let weight = Int(String(decoding: bytes[at..<end], as: UTF8.self)),
      (1...1000).contains(weight)
    else { throw error("expected a weight from 1 to 1000") }
    at = end + 3
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return weight
  }

  /// Nodes up to one of `ends` (not consumed) or the end of the line.
  private mutating func sequence(until ends: [UInt8]) throws(GenerationError) -> [GrammarFile.Node]
  {
    var nodes: [GrammarFile.Node] = []
    var text: [UInt8] = []
    func flush() {
      if !text.isEmpty { nodes.append(.text(text)) }
      text.removeAll()
    }
    while at < bytes.count, !ends.contains(bytes[at]) {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\\"):
        guard at + 1 < bytes.count, #"<>[](){}/|\"#.utf8.contains(bytes[at + 1]) else {
          throw error(#"expected one of <>[](){}/|\ after '\'"#)
        }
        text.append(bytes[at + 1])
        at += 2
      case UInt8(ascii: "<"):
        flush()
        nodes.append(.rule(try name(closing: ">")))
      case UInt8(ascii: "{"):
        flush()
        nodes.append(.slot(try name(closing: "}")))
      case UInt8(ascii: "["):
        flush()
        at += 1
        nodes.append(
          .optional(
            try nested { parser throws(GenerationError) in
              let inner = try parser.sequence(until: [UInt8(ascii: "]")])
              guard !inner.isEmpty else {
                throw parser.error("an empty option '[]'; expected text")
              }
              try parser.close("]")
              return inner
            }))
      case UInt8(ascii: "("):
        flush()
        at += 1
        nodes.append(
          .choice(
            try nested { parser throws(GenerationError) in
              var choices: [[GrammarFile.Node]] = []
              repeat {
                choices.append(try parser.sequence(until: [UInt8(ascii: "/"), UInt8(ascii: ")")]))
              } while parser.take("/")
              try parser.close(")")
              guard choices.count > 1 else {
                throw parser.error("a choice with one member; expected '(a/b)'")
              }
              return choices
            }))
      case UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"),
        UInt8(ascii: "/"), UInt8(ascii: "|"):
        throw error("'\(character)' without its opening bracket; '\\' takes it literally")
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        throw error("a digit; expected words only")
      default:
        text.append(byte)
        at += 1
      }
    }
    flush()
    return nodes
  }

  private mutating func nested<Value>(
    _ body: (inout GrammarLineParser) throws(GenerationError) -> Value
  ) throws(GenerationError) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 16 else { throw error("expected at most 16 nested brackets") }
    return try body(&self)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(character.value) else { return false }
    at += 1
    return true
  }

  private mutating func close(_ character: Unicode.Scalar) throws(GenerationError) {
    guard take(character) else { throw error("expected '\(character)' before the end of the line") }
  }

  private mutating func name(closing: Unicode.Scalar) throws(GenerationError) -> String {
    let start = at + 1
    guard let end = bytes[start...].firstIndex(of: UInt8(closing.value)) else {
      throw error("expected '\(closing)' before the end of the line")
    }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    guard GrammarFile.isName(name) else {
      throw error("expected a name of lower-case letters, digits and '-'")
    }
    at = end + 1
    return name
  }
}
