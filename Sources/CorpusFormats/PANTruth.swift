/// The truth of a PAN-2012 corpus: suspicious authors (problem 1) or lines (problem 2).
struct PANTruth: ~Copyable {
  /// What a truth file lists.
  enum Problem {
    /// Author ids, one a line.
    case authors
    /// `conversation<TAB>line`
    case lines
  }

  /// What the file lists; nil where there is no file.
  private(set) var problem: Problem?
  /// Authors, or conversations.
  private var ids = ByteStringTable()
  /// The lines listed of each conversation.
  private var lines: [Set<Int>] = []

  /// Reads a truth file, if there is one; a tab in its first line marks problem 2.
  init(path: String?) throws {
    guard let path else { return }
    var reader = try LineReader(path: path, limit: 4096)
    let name = reader.name
    if Self.isDifference(path) { throw FormatError(file: name, line: 1, reason: Self.difference) }
    while true {
      let found = try reader.next()
      if found == .end { break }
      guard case .found(let whole) = found else { throw Self.unknown(name, reader.number) }
      let text = reader.buffer.span
      let line = Self.trimmed(text, whole, reader.number)
      if line.isEmpty { continue }
      let tab = line.first { text[$0] == UInt8(ascii: "\t") }
      if problem == nil { problem = tab == nil ? .authors : .lines }
      switch problem {
      case nil: break
      case .authors:
        // Ids are words; the lines of a file of differences are not.
        guard line.allSatisfy({ text[$0] > 0x20 && text[$0] != UInt8(ascii: "<") }) else {
          throw Self.unknown(name, reader.number)
        }
        _ = ids.insert(text, line)
      case .lines:
        guard let tab, tab > line.lowerBound,
          let number = Self.number(text, tab + 1..<line.upperBound)
        else { throw Self.unknown(name, reader.number) }
        let (index, isNew) = ids.insert(text, line.lowerBound..<tab)
        if isNew { lines.append([]) }
        lines[index].insert(number)
      }
    }
    if problem == nil {
      throw FormatError(
        file: name, line: 1,
        reason: "nothing is listed; expected author ids or conversation<TAB>line, one a line")
    }
  }

  /// Whether a problem-1 file lists an author.
  func lists(author: [UInt8]) -> Bool { ids.find(author.span, 0..<author.count) != nil }

  /// The lines that a problem-2 file lists of a conversation.
  func lines(of conversation: [UInt8]) -> Set<Int> {
    ids.find(conversation.span, 0..<conversation.count).map { lines[$0] } ?? []
  }

  /// Everything that is listed.
  var list: PAN2012.TruthList {
    let names = (0..<ids.count).map { ids.string($0) }
    guard problem == .lines else { return .authors(Set(names)) }
    return .lines(Dictionary(zip(names, lines)) { $1 })
  }

  private static let difference =
    "a '-diff.txt' lists modified text, not suspicious authors or lines; "
    + "expected the list of predators or the ground truth of a problem"

  /// Whether a file is the list of changes that came with the training corpus; it looks like the truth
  /// of problem 2, so only its name tells.
  private static func isDifference(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.lowercased().hasSuffix("diff.txt")
  }

  private static func unknown(_ file: String, _ line: Int) -> FormatError {
    FormatError(
      file: file, line: line,
      reason: "neither an author id nor conversation<TAB>line; expected one of them throughout"
        + " (a '-diff.txt' lists modified text and is no truth)")
  }

  /// A line without a byte-order mark and surrounding spaces.
  private static func trimmed(
    _ text: Span<UInt8>, _ whole: Range<Int>, _ number: Int
  ) -> Range<Int> {
    var (start, end) = (whole.lowerBound, whole.upperBound)
    if number == 1, whole.count >= 3, text.word(at: start) & 0xff_ffff == 0xbf_bbef { start += 3 }
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x0d { end -= 1 }
    return start..<end
  }

  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard 1...9 ~= range.count, range.allSatisfy({ 0x30...0x39 ~= text[$0] }) else { return nil }
    return range.reduce(0) { $0 * 10 + Int(text[$1] & 15) }
  }
}
