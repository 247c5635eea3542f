import Chat
import CorpusFormats
import Testing

@Suite struct CSVWritingTests {
  @Test func writesRows() throws {
    let line =
      #"{"id":"c,1","label":"grooming","split":"test","messages":[{"author":"a","time":"2031-05-02T18:04+02","text":"say \"hi\""},"#
      + #"{"author":"b","time":-5,"text":"plain é"},{"author":"b","time":"18:04","text":"two\r\nlines"}]}"#
    let file = TemporaryFile(line)
    var bytes = CSV.head
    var before: [Whole] = []
    _ = try JSONL.read(path: file.path) { chunk in
      before.append(Whole(chunk, 0))
      CSV.append(chunk, conversation: 0, to: &bytes)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == "conversation,author,time,text,label,split\n"
        + "\"c,1\",a,2031-05-02T18:04+02,\"say \"\"hi\"\"\",grooming,test\n"
        + "\"c,1\",b,-5,plain é,grooming,test\n"
        + "\"c,1\",b,18:04,\"two\r\nlines\",grooming,test\n")
    #expect(try readCSV(text).all == before)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func exportedAndImportedIsEqual(seed: UInt64) throws {
    var random = Random(seed: seed)
    var chunk = Chunk()
    for index in 0..<5 {
      var conversation = Conversation(id: "c\(index)" + random.string(random.below(5)))
      conversation.label = random.chance(50) ? Label.allCases[random.below(3)] : nil
      conversation.split = random.chance(50) ? Split.allCases[random.below(7)] : nil
      conversation.authors = ["a" + random.string(4), "b", ""]
      for message in 0..<3 + random.below(6) {
        let styles: [TimeStyle] = [.absent, .integer, .isoSecondsUTC]
        let style = styles[random.below(3)]
        chunk.messages.append(
          author: min(message, 2), time: style == .absent ? 0 : Int64(random.below(1 << 30)) * 1000,
          style: style, text: random.string(random.below(30)).utf8)
      }
      chunk.close(conversation)
    }
    var bytes = CSV.head
    for index in 0..<5 { CSV.append(chunk, conversation: index, to: &bytes) }
    let all = try readCSV(String(decoding: bytes, as: UTF8.self)).all
    #expect(all == (0..<5).map { Whole(chunk, $0) }, "seed \(seed)")
  }
}
