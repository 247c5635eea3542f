import Testing

@testable import CorpusFormats

@Suite struct JSONCursorCopyingTests {
  private func copied(_ text: String, behind start: String = "") -> [UInt8]? {
    let line = Array((text + "\n").utf8)
    let padded = line + [UInt8](repeating: 0xff, count: LineReader.margin)
    var bytes = Array(start.utf8)
    var cursor = JSONCursor(at: 0)
    do throws(LineFault) {
      try bytes.append(addingCapacity: line.count + 8) { output throws(LineFault) in
        try cursor.copyString(padded.span, to: &output)
      }
    } catch {
      return nil
    }
    return bytes
  }

  /// The same text as the other reader of strings, whatever stands where.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func agreesWithTheOtherReader(seed: UInt64) {
    var random = Random(seed: seed)
    for length in 0..<40 {
      let text = random.string(length)
      var written: [UInt8] = []
      JSONL.append(string: text, to: &written)
      let json = String(decoding: written, as: UTF8.self)
      #expect(copied(json, behind: "x") == [0x78] + Array(text.utf8), "seed \(seed)")
      let other = atCursor(json) { cursor, text throws(LineFault) -> [UInt8] in
        var bytes: [UInt8] = []
        try cursor.string(text, to: &bytes)
        return bytes
      }
      #expect(other.result == Array(text.utf8))
    }
  }

  @Test(arguments: [#"""#, #""a"#, #""\ud800""#, "\"\u{1}\"", #""\q""#, "\"seven b"])
  func refusesWhatTheOtherRefuses(text: String) {
    #expect(copied(text) == nil)
  }
}
