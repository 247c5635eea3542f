import Testing

@testable import CorpusFormats

/// The events of a document, one word each; the reason where it is malformed.
func xmlEvents(_ text: [UInt8], block: Int = 64) throws -> [String] {
  let file = TemporaryFile(text)
  var reader = try XMLReader(path: file.path, block: block)
  var events: [String] = []
  var open: [String] = []
  do {
    while true {
      switch try reader.next() {
      case .start:
        let name = String(
          decoding: reader.openNames[(reader.openStarts.last ?? 0)...], as: UTF8.self)
        open.append(name)
        let attributes = reader.attributes.map {
          " \($0.name)=" + String(decoding: $0.value, as: UTF8.self)
        }
        events.append("<" + name + attributes.joined())
      case .end: events.append(">" + open.removeLast())
      case .text:
        let text = String(decoding: reader.text, as: UTF8.self)
        reader.text.removeAll()
        if events.last?.first == "=" {
          events[events.count - 1] += text
        } else {
          events.append("=" + text)
        }
      case .finished: return events
      }
    }
  } catch let error as XMLReader.Malformed {
    return events + ["\(reader.line): \(error.reason)"]
  }
}

func xmlEvents(_ text: String, block: Int = 64) throws -> [String] {
  try xmlEvents(Array(text.utf8), block: block)
}

@Suite struct XMLReaderTests {
  @Test(arguments: [8, 9, 11, 16, 1000])
  func blocksDoNotMatter(block: Int) throws {
    #expect(
      try xmlEvents(
        "<?xml version=\"1.0\"?>\n<a b='1' c = \"&lt;\">é漢😀x<d/>&amp;<!-- - --><e>\r\n</e ></a>\n",
        block: block)
        == ["<a b=1 c=<", "=é漢😀x", "<d", ">d", "=&", "<e", "=\n", ">e", ">a"])
  }

  @Test(arguments: [
    ("", "1: no element; expected 'conversations'"),
    ("<a>", "1: the file ends within an element"),
    ("<a></b>", "1: an end tag that matches no start tag; expected the innermost element's"),
    ("<a></aa>", "1: an end tag that matches no start tag; expected the innermost element's"),
    ("<aa></a>", "1: an end tag that matches no start tag; expected the innermost element's"),
    ("</a>", "1: an end tag that matches no start tag; expected the innermost element's"),
    ("<a/>\n<b/>", "2: a second root element; expected one"),
    ("<a/>\nx", "2: text outside the root element; expected only white space"),
    ("x<a/>", "1: text outside the root element; expected only white space"),
    ("<a/><![CDATA[x]]>", "1: a CDATA section outside the root element"),
  ])
  func refusesBrokenStructure(text: String, reason: String) throws {
    #expect(try xmlEvents(text).last == reason, "\(text)")
  }

  @Test func deepNestingIsRefused() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try xmlEvents(deep).last == "1: elements nested deeper than 128 levels")
    let fine = String(repeating: "<a>", count: 128) + String(repeating: "</a>", count: 128)
    #expect(try xmlEvents(fine).count == 256)
  }
}
