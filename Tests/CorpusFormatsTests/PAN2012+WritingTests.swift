import Chat
import CorpusFormats
import Testing

@Suite struct PAN2012WritingTests {
  @Test func aCanonicalFileIsReproduced() throws {
    #expect(try rewrittenPAN(neutralPAN).xml == neutralPAN)
  }

  @Test func attributesAreReproduced() throws {
    let text = neutralPAN.replacing(
      "<conversation id=\"c2\">", with: "<conversation id=\"c2\" lang=\"e&quot;n\">"
    )
    .replacing("<message line=\"2\">", with: "<message line=\"2\" mood=\"a&amp;b &lt;\" x-1=\"\">")
    .replacing("<message line=\"3\">", with: "<message line=\"9\">")
    #expect(try rewrittenPAN(text).xml == text)
  }

  @Test func otherSpellingsBecomeCanonical() throws {
    let text =
      "\u{feff}<?xml version='1.0'?>\r\n<!-- c --><conversations><conversation id='c1'>"
      + "<message line = '1' ><text><![CDATA[<a>]]>&#x26;&quot;</text >\r\n<author>a</author>"
      + "</message></conversation></conversations><?end?>"
    #expect(
      try rewrittenPAN(text).xml == """
        <?xml version="1.0" encoding="UTF-8"?>
        <conversations>
          <conversation id="c1">
            <message line="1">
              <author>a</author>
              <text>&lt;a&gt;&amp;"</text>
            </message>
          </conversation>
        </conversations>

        """)
  }

  @Test func otherCorporaAreWrittenAsFarAsTheFormatGoes() throws {
    let line =
      #"{"id":"c\"<1","messages":[{"author":"a","time":"2031-05-02T23:30:11-01:00","text":"\u0001]]>"},"#
      + #"{"author":"a","text":"\uffff￾"},{"author":"b","time":60000,"text":"t\t\n"}]}"#
    let file = TemporaryFile(line)
    var bytes: [UInt8] = []
    _ = try JSONL.read(path: file.path) { chunk in
      PAN2012.append(chunk, conversation: 0, qualifiesAuthors: true, to: &bytes)
    }
    let id = "c&quot;&lt;1"
    let author = "c\"&lt;1/"
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
          <conversation id="\(id)">
            <message line="1">
              <author>\(author)a</author>
              <time>23:30</time>
              <text>\u{fffd}]]&gt;</text>
            </message>
            <message line="2">
              <author>\(author)a</author>
              <text>\u{fffd}\u{fffd}</text>
            </message>
            <message line="3">
              <author>\(author)b</author>
              <time>00:01</time>
              <text>t\t\n</text>
            </message>
          </conversation>

        """)
    let xml = String(decoding: PAN2012.head + bytes + PAN2012.foot, as: UTF8.self)
    #expect(try readPAN(xml).all[0].conversation.authors == ["c\"<1/a", "c\"<1/b"])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func importedAndExportedAgainIsEqual(seed: UInt64) throws {
    var random = Random(seed: seed)
    var chunk = Chunk()
    for index in 0..<4 {
      var conversation = Conversation(id: "c\(index)é")
      for _ in 0..<random.below(6) {
        chunk.messages.append(
          author: 0, time: Int64(random.below(1440)) * 60_000, style: .clock,
          text: random.string(random.below(30)).utf8)
      }
      if !chunk.openMessages.isEmpty { conversation.authors = ["a&b"] }
      chunk.close(conversation)
    }
    var bytes = PAN2012.head
    for index in 0..<4 { PAN2012.append(chunk, conversation: index, to: &bytes) }
    bytes += PAN2012.foot
    let xml = String(decoding: bytes, as: UTF8.self)
    let again = try rewrittenPAN(xml).xml
    #expect(again == xml, "seed \(seed)")
  }
}
