/// Lists of fillers, per pool: a topic of talk, or the slots that every topic shares.
struct TopicFile: Sendable {
  static let topicLists = [
    "thing", "things", "activity", "doing", "place", "event", "quality", "skill",
  ]
  static let commonLists = [
    "name", "friend", "when", "day", "platform", "relative", "snack", "weather",
  ]
  /// Lists whose fillers are names, so that they may hold capitals.
  static let nameLists: Set<String> = ["name", "friend"]

  struct Filler: Sendable {
    var text: [UInt8]
    var line: Int
  }

  let path: String
  let lists: [String]
  /// fillers[list][pool]
  let fillers: [[[Filler]]]

  init(_ source: SourceFile, lists: [String]) throws(GenerationError) {
    path = source.path
    self.lists = lists
    var fillers = [[[Filler]]](
      repeating: [[Filler]](repeating: [], count: Pool.allCases.count), count: lists.count)
    func error(_ line: Int?, _ reason: String) -> GenerationError {
      .invalid(file: source.path, line: line, reason: reason)
    }
    var pool: Pool?
    for (index, slice) in source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let line = index + 1
      let text = String(decoding: slice, as: UTF8.self).trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      if text.hasPrefix("pool ") {
        pool = Pool.allCases.first { $0.name == text.dropFirst(5) }
        if pool == nil {
          throw error(line, "unknown pool; expected train, validation, test or shared")
        }
        continue
      }
      guard let colon = text.firstIndex(of: ":") else {
        throw error(line, "expected 'list: filler; filler; …'")
      }
      guard let pool else { throw error(line, "a list before any 'pool …' line") }
      let name = text[..<colon]
      guard let list = lists.firstIndex(where: { $0 == name }) else {
        throw error(
          line, "unknown list '\(name)'; expected one of \(lists.joined(separator: ", "))")
      }
      for part in text[text.index(after: colon)...].split(separator: ";") {
        let filler = String(part).trimmed
        if filler.isEmpty { continue }
        let bytes = Array(filler.utf8)
        guard bytes.allSatisfy({ $0 >= 0x20 && !(0x30...0x39).contains($0) }) else {
          throw error(line, "a digit or control character; expected words only")
        }
        let words = bytes.split(separator: 0x20).count
        guard words <= 5, !"<>[](){}/|\\".utf8.contains(where: bytes.contains) else {
          throw error(line, "expected a filler of at most five plain words")
        }
        guard Self.nameLists.contains(lists[list]) || !bytes.contains(where: isCapital) else {
          throw error(line, "a capital letter outside of a list of names")
        }
        fillers[list][pool.rawValue].append(Filler(text: bytes, line: line))
      }
    }
    for (list, name) in lists.enumerated() {
      let counts = fillers[list].map(\.count)
      for pool in Pool.split where counts[pool.rawValue] + counts[Pool.shared.rawValue] == 0 {
        throw error(nil, "list '\(name)' has no filler in pool \(pool.name) or shared")
      }
    }
    // Open-class fillers of the test must be new: three fifths of every pool stand outside shared.
    let own = lists.indices.map { list in
      Pool.split.map { fillers[list][$0.rawValue].count }.min() ?? 0
    }.reduce(0, +)
    let shared = fillers.reduce(0) { $0 + $1[Pool.shared.rawValue].count }
    guard lists != Self.topicLists || own * 2 >= shared * 3 else {
      throw error(nil, "expected at least three fifths of the fillers outside of shared")
    }
    self.fillers = fillers
  }
}

func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

extension String {
  /// Without blanks, tabs and carriage returns at both ends.
  fileprivate var trimmed: String {
    let blanks: Set<Character> = [" ", "\t", "\r"]
    guard let start = firstIndex(where: { !blanks.contains($0) }),
      let end = lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(self[start...end])
  }
}
