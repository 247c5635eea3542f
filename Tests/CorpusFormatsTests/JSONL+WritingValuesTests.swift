import Testing

@testable import CorpusFormats

@Suite struct JSONLWritingValuesTests {
  private func written(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONL.append(string: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func onlyWhatMustBeEscapedIs() {
    #expect(written("") == #""""#)
    #expect(written("/é😀\u{7f}\u{2028}") == "\"/é😀\u{7f}\u{2028}\"")
    #expect(written("\"\\\n\r\t\u{8}\u{c}\u{b}\u{1f}") == #""\"\\\n\r\t\b\f\u000b\u001f""#)
  }

  /// An escape at each distance from the words that the writer looks at.
  @Test func escapesAtEveryPosition() {
    for length in 0...20 {
      for position in 0...length {
        for (byte, escape) in [("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("é", "é")] {
          let before = String(repeating: "x", count: position)
          let after = String(repeating: "y", count: length - position)
          #expect(written(before + byte + after) == "\"\(before)\(escape)\(after)\"")
        }
      }
    }
  }

  @Test func membersBringTheirComma() {
    var bytes: [UInt8] = []
    JSONL.append("a", "x", to: &bytes)
    JSONL.append("b", nil as String?, to: &bytes)
    JSONL.append("c", UInt64(10), to: &bytes)
    JSONL.append("d", nil as UInt64?, to: &bytes)
    JSONL.appendExtra([], to: &bytes)
    JSONL.appendExtra(Array(#""e":null"#.utf8), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #","a":"x","c":10,"e":null"#)
  }
}
