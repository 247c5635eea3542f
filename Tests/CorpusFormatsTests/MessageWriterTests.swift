import Chat
import Testing

@testable import CorpusFormats

@Suite struct MessageWriterTests {
  private func written(_ columns: MessageColumns, extra: [UInt8] = []) -> [String] {
    var writer = MessageWriter(authors: ["a", "\"b\""])
    return (0..<columns.count).map { index in
      var bytes: [UInt8] = []
      writer.append(columns, index, extra, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test func sittingAndStageChangeWithTheMessage() {
    var columns = MessageColumns()
    for (author, session, stage) in [
      (0, 0, nil), (1, 1, .contact), (0, 1, .contact), (0, 2, .contact), (1, 2, nil), (1, 0, nil),
    ] as [(Int, Int, Stage?)] {
      columns.append(
        author: author, time: 0, style: .absent, text: "t".utf8, session: session, stage: stage)
    }
    #expect(
      written(columns) == [
        #"{"author":"a","text":"t"}"#,
        #"{"author":"\"b\"","text":"t","session":1,"stage":"contact"}"#,
        #"{"author":"a","text":"t","session":1,"stage":"contact"}"#,
        #"{"author":"a","text":"t","session":2,"stage":"contact"}"#,
        #"{"author":"\"b\"","text":"t","session":2}"#,
        #"{"author":"\"b\"","text":"t"}"#,
      ])
  }

  /// A byte that needs an escape, wherever it stands and whatever stands behind the text.
  @Test func escapesStandWhereTheyBelong() {
    var columns = MessageColumns()
    var expected: [String] = []
    for length in 0...20 {
      for place in 0..<max(1, length) {
        for (character, escape) in [("\"", #"\""#), ("\n", #"\n"#), ("\u{1}", #"\u0001"#)] {
          var parts = Array(repeating: "é", count: length)
          if length > 0 { parts[place] = character }
          columns.append(author: 0, time: 0, style: .absent, text: parts.joined().utf8)
          if length > 0 { parts[place] = escape }
          expected.append(#"{"author":"a","text":""# + parts.joined() + #""}"#)
        }
      }
    }
    #expect(written(columns) == expected)
  }

  @Test func aRareTimeIsWrittenAsItStood() {
    var columns = MessageColumns()
    let verbatim = TimeStyle(rawValue: TimeStyle.isoSecondsUTC.rawValue | 1 << 31)
    columns.append(author: 0, time: 0, style: verbatim, text: "t".utf8)
    columns.append(author: 0, time: 7, style: .integer, text: "t".utf8)
    let extra = Array(#""time":"1970-01-01T00:00:00,0Z","x":1"#.utf8)
    #expect(
      written(columns, extra: extra) == [
        #"{"author":"a","time":"1970-01-01T00:00:00,0Z","text":"t","x":1}"#,
        #"{"author":"a","time":7,"text":"t","time":"1970-01-01T00:00:00,0Z","x":1}"#,
      ])
  }
}
