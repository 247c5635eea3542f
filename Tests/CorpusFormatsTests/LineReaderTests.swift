import Testing

@testable import CorpusFormats

@Suite struct LineReaderTests {
  /// All lines of a file, nil for those that are too long.
  private func lines(_ text: String, limit: Int = 100, block: Int) throws -> [String?] {
    let file = TemporaryFile(text)
    var reader = try LineReader(path: file.path, limit: limit, block: block)
    var lines: [String?] = []
    while true {
      switch try reader.next() {
      case .end:
        #expect(reader.number == lines.count)
        return lines
      case .tooLong: lines.append(nil)
      case .found(let range):
        #expect(reader.buffer[range.upperBound] == UInt8(ascii: "\n"))
        #expect(reader.buffer.count >= range.upperBound + LineReader.margin)
        lines.append(String(decoding: reader.buffer[range], as: UTF8.self))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func linesCrossBlocks(block: Int) throws {
    #expect(try lines("", block: block) == [])
    #expect(try lines("\n", block: block) == [""])
    #expect(try lines("a", block: block) == ["a"])
    #expect(
      try lines("a\n\nlonger line\r\nlast", block: block) == ["a", "", "longer line\r", "last"])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func randomLines(seed: UInt64) throws {
    var random = Random(seed: seed)
    let expected = (0..<50).map { _ in String(repeating: "é", count: random.below(20)) }
    let text = expected.joined(separator: "\n") + "\n"
    #expect(try lines(text, block: 1 + random.below(50)) == expected, "seed \(seed)")
  }

  @Test(arguments: [1, 5, 8, 64])
  func linesBeyondTheLimitArePassedOver(block: Int) throws {
    let long = String(repeating: "x", count: 41)
    let just = String(repeating: "y", count: 40)
    let text = "a\n\(long)\n\(just)\n\(long)\(long)\nb\n\(long)"
    #expect(try lines(text, limit: 40, block: block) == ["a", nil, just, nil, "b", nil])
  }
}
