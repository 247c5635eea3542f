import Testing

@testable import CorpusFormats

@Suite struct XMLReaderTextTests {
  @Test(arguments: [
    ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("&#65;&#x4a;&#x6F22;&#128512;", "AJ漢😀"),
    ("&#9;&#10;&#13;", "\t\n\r"), ("a\r\nb\rc\nd\r", "a\nb\nc\nd\n"), ("]] > ]>", "]] > ]>"),
    ("é漢😀\u{85}", "é漢😀\u{85}"),
  ])
  func textIsDecoded(text: String, meaning: String) throws {
    for block in [8, 9, 10, 100] {
      #expect(try xmlEvents("<a>\(text)</a>", block: block) == ["<a", "=" + meaning, ">a"])
    }
  }

  @Test(arguments: [
    ("&nbsp;", "unknown entity"), ("&;", "unknown entity"), ("& ", "begins no reference"),
    ("&lt", "begins no reference"), ("&#;", "no XML character"), ("&#x;", "no XML character"),
    ("&#0;", "no XML character"), ("&#8;", "no XML character"), ("&#xD800;", "no XML character"),
    ("&#xFFFF;", "no XML character"), ("&#x110000;", "no XML character"),
    ("&#1a;", "no XML character"),
    ("&#-1;", "no XML character"), ("&#+65;", "no XML character"), ("]]>", "']]>' in text"),
    ("\u{0}", "NUL"),
    ("\u{1}", "control character"), ("\u{1f}", "control character"),
  ])
  func refusesMalformedText(text: String, reason: String) throws {
    for block in [8, 11, 100] {
      let events = try xmlEvents("<a>\n\(text)</a>", block: block)
      #expect(
        events.last?.hasPrefix("2: ") == true && events.last?.contains(reason) == true, "\(events)")
    }
  }

  @Test(
    arguments: [[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5], [0xe2, 0x82], [0xc3]] as [[UInt8]]
  )
  func refusesInvalidUTF8(bytes: [UInt8]) throws {
    for block in [8, 9, 10, 11, 100] {
      let text = Array("<a>éé".utf8) + bytes + Array("</a>".utf8)
      #expect(try xmlEvents(text, block: block).last?.contains("invalid UTF-8") == true)
      let last = Array("<a>".utf8) + bytes
      #expect(try xmlEvents(last, block: block).last?.contains("invalid UTF-8") == true)
    }
  }
}
