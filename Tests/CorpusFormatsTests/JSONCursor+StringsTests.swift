import CorpusFormats
import Testing

@Suite struct JSONCursorStringsTests {
  private static func message(_ members: String) -> String {
    #"{"id":"a","messages":[{\#(members)}]}"#
  }

  @Test(arguments: [
    (#"\ud83d"#, "unpaired surrogate"), (#"\ud83dx"#, "unpaired surrogate"),
    (#"\ude00"#, "unpaired surrogate"), (#"\ud83d\ud83d"#, "unpaired surrogate"),
    (#"\ud83d\n"#, "unpaired surrogate"), (#"\ud83d\u0041"#, "unpaired surrogate"),
    (#"\u0000"#, "NUL"), ("\u{0}", "NUL"), ("\u{1}", "control character"),
    ("\t", "control character"),
    (#"\x"#, "unknown escape"), (#"\u12g4"#, "broken escape"), (#"\u12"#, "broken escape"),
    (#"\"#, "the line ends within a string"),
  ])
  func strings(text: String, reason: String) throws {
    // The same bad string as text, as author, as key, and within a value nobody knows.
    for line in [
      Self.message(#""author":"a","text":"before\#(text)""#),
      Self.message(#""text":"","author":"\#(text)""#),
      Self.message(#""author":"a","text":"","\#(text)":1"#),
      #"{"id":"\#(text)","messages":[]}"#, #"{"id":"a","messages":[],"x":[{"y":"\#(text)"}]}"#,
      #"{"\#(text)":1,"id":"a","messages":[]}"#,
    ] {
      let error = try #require(refusal(line + "\n"), "\(line)")
      #expect(error.reason.contains(reason) || reason.contains("the line"), "\(error)")
      #expect(error.line == 1)
    }
  }

  /// Ill-formed sequences of The Unicode Standard, section 3.9.
  @Test(
    arguments: [
      [0x80], [0xc0, 0xaf], [0xc1, 0xbf], [0xe0, 0x9f, 0x80], [0xed, 0xa0, 0x80],
      [0xf0, 0x8f, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xff], [0xe2, 0x82], [0xc3],
      [0xf0, 0x9f, 0x98],
      [0xe2, 0x28, 0xa1], [0xf0, 0x9f, 0x28, 0x80],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    for prefix in ["", "a", "é", "seven b", "eight by", "twelve bytes"] {
      let line = Array(#"{"id":"a","messages":[{"author":"a","text":"\#(prefix)"#.utf8)
      let all = line + bytes + Array(#""}]}"#.utf8)
      #expect(throws: FormatError.self, "\(bytes) behind \(prefix)") { _ = try readAll(bytes: all) }
      do {
        _ = try readAll(bytes: all)
      } catch {
        #expect("\(error)".contains("invalid UTF-8"))
      }
    }
  }

  /// Every escape, and a special byte at every distance from the words that the reader looks at.
  @Test func escapesAndPositions() throws {
    for position in 0...20 {
      for (written, meant) in [
        (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{8}"), (#"\f"#, "\u{c}"),
        (#"\n"#, "\n"), (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\u0041"#, "A"), (#"\u00e9"#, "é"),
        (#"\u6F22"#, "漢"), (#"\uD83D\uDE00"#, "😀"), ("é", "é"), ("漢字", "漢字"), ("😀", "😀"),
        ("\u{7f}", "\u{7f}"),
      ] {
        let before = String(repeating: "x", count: position)
        for after in ["", "y", "yyyyyyyyyyyy"] {
          let line = Self.message(#""author":"a","text":"\#(before + written + after)""#)
          #expect(try readAll(line).first?.text == [before + meant + after])
        }
      }
    }
  }
}
