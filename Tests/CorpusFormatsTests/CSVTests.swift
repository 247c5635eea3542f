import Chat
import CorpusFormats
import Testing

private let table = """
  time,text,author,conversation,label,split,mood
  2031-05-02T18:04:11Z,"is the library, open?",ann,c1,benign,train,x
  ,"  yes ""today""\nuntil six ",bob,c1,benign,train,
  60000,,ann,c2,,,

  """

@Suite struct CSVTests {
  @Test func readsConversations() throws {
    let (all, summary) = try readCSV(table)
    #expect(all.map(\.conversation.id) == ["c1", "c2"])
    #expect(all[0].text == ["is the library, open?", "  yes \"today\"\nuntil six "])
    #expect(all[0].authors == ["ann", "bob"] && all[1].authors == ["ann"])
    #expect(all[0].styles == [.isoSecondsUTC, .absent] && all[1].styles == [.integer])
    #expect(all[1].times == [60_000] && all[1].text == [""])
    #expect(all[0].conversation.label == .benign && all[0].conversation.split == .train)
    #expect(all[1].conversation.label == nil && all[1].conversation.split == nil)
    #expect(summary.conversations == 2 && summary.messages == 3)
    #expect(try readCSV(table, maximumTextBytes: 1).all == all)
  }

  @Test func mapsLabels() throws {
    let text = "conversation,author,text,label\nc1,a,x,1\nc2,a,x,0\nc3,a,x,\n"
    let labels = try readCSV(text, positiveLabel: "1").all.map(\.conversation.label)
    #expect(labels == [.grooming, .benign, nil])
  }

  @Test(arguments: [
    ("c1,a,,x,spam,\n", 2, "grooming, benign or insufficient-evidence"),
    ("c1,a,,x,,half\n", 2, "train"), ("c1,a,noon,x,,\n", 2, "no time"),
    ("c1,a,,x,,\n,a,,x,,\n", 3, "conversation's id"), ("c1,a,,x,,\nc1,a,,x\n", 3, "fields"),
    ("c1,a\n", 2, "fields"), ("c1,a,,x,benign,\nc1,a,,x,,\n", 3, "differs from line 2"),
    ("c1,a,,x,,\nc2,a,,x,,\nc1,a,,x,,\n", 4, "line 2 too"), ("c1,a,,\"x,,\n", 2, "closing quote"),
    ("c1,a,9223372036854775808,x,,\n", 2, "no time"), ("", 1, "without a conversation"),
  ])
  func refusesBadFiles(rows: String, line: Int, words: String) throws {
    let text = "conversation,author,time,text,label,split\n" + rows
    let error = try #require(throws: FormatError.self) { _ = try readCSV(text) }
    #expect(error.line == line, "\(error)")
    #expect(error.reason.contains(words), "\(error)")
  }

  @Test(arguments: ["", "a;b\n", "conversation,author\nc1,a\n"])
  func refusesBadHeaders(text: String) throws {
    let error = try #require(throws: FormatError.self) { _ = try readCSV(text) }
    #expect(error.line == 1)
  }

  @Test func lenientPassesOverBadConversations() throws {
    let text = "conversation,author,text\nc1,a,x\nc1,a\nc1,b,z\nc2,a,y\n"
    let (all, summary) = try readCSV(text, isLenient: true)
    #expect(all.map(\.conversation.id) == ["c2"])
    #expect(summary.skipped.map(\.line) == [3])
  }

  @Test func missingFilesAreUnreadable() {
    #expect(throws: UnreadableFile.self) { _ = try CSV.read(path: "/nonexistent/x") { _ in } }
  }
}
