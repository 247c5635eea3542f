/// The section of a grammar a rule stands in; sentences of one pool never stand in another.
enum Pool: Int, CaseIterable, Sendable {
  case train, validation, test, shared

  static let split: [Pool] = [.train, .validation, .test]
  var name: String { "\(self)" }
}

/// A grammar file as it is written: rules with alternatives, each with its line.
struct GrammarFile: Sendable {
  indirect enum Node: Sendable {
    case text([UInt8])
    case rule(String)
    case slot(String)
    case optional([Node])
    case choice([[Node]])
  }

  struct Alternative: Sendable {
    var weight: Int
    var nodes: [Node]
    var line: Int
  }

  struct Rule: Sendable {
    var name: String
    var pool: Pool
    var line: Int
    var alternatives: [Alternative]
  }

  let path: String
  let rules: [Rule]

  /// Parses the file; throws with the line and what was expected.
  init(_ source: SourceFile) throws(GenerationError) {
    path = source.path
    var rules: [Rule] = []
    var pool: Pool?
    func error(_ line: Int, _ reason: String) -> GenerationError {
      .invalid(file: source.path, line: line, reason: reason)
    }
    for (index, slice) in source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let line = index + 1
      var bytes = Array(slice)
      while let last = bytes.last, last == 0x20 || last == 0x0D { bytes.removeLast() }
      if bytes.isEmpty || bytes[0] == UInt8(ascii: "#") { continue }
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw error(line, "a tab or control character; expected blanks")
      }
      if bytes[0] == 0x20 {
        guard !rules.isEmpty, rules[rules.count - 1].pool == pool else {
          throw error(line, "an alternative before any rule; expected 'name:' first")
        }
        var parser = GrammarLineParser(bytes, file: source.path, line: line)
        rules[rules.count - 1].alternatives.append(try parser.alternative())
        continue
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasPrefix("pool ") {
        pool = Pool.allCases.first { $0.name == text.dropFirst(5) }
        if pool == nil {
          throw error(line, "unknown pool; expected train, validation, test or shared")
        }
        continue
      }
      guard text.hasSuffix(":"), Self.isName(text.dropLast()) else {
        throw error(line, "expected 'pool …', 'name:' or an indented alternative")
      }
      guard let pool else { throw error(line, "a rule before any 'pool …' line") }
      let name = String(text.dropLast())
      if let first = rules.first(where: { $0.name == name && $0.pool == pool }) {
        throw error(
          line, "rule '\(name)' stands twice in pool \(pool.name) (first on line \(first.line))")
      }
      rules.append(Rule(name: name, pool: pool, line: line, alternatives: []))
    }
    for rule in rules where rule.alternatives.isEmpty {
      throw error(rule.line, "rule '\(rule.name)' has no alternative")
    }
    self.rules = rules
  }

  /// The rule a reference from `pool` means: the same pool first, then shared.
  func rule(_ name: String, from pool: Pool) -> Int? {
    rules.firstIndex { $0.name == name && $0.pool == pool }
      ?? rules.firstIndex { $0.name == name && $0.pool == .shared }
  }

  /// Lower-case letters, digits and `-`, at least one of them.
  static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
