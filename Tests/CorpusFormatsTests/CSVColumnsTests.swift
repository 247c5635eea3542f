import Testing

@testable import CorpusFormats

@Suite struct CSVColumnsTests {
  @Test func findsColumnsInAnyOrder() throws {
    let columns = try CSVColumns(header: ["text", "mood", "author", "conversation"])
    #expect(columns[.text] == 0 && columns[.author] == 2 && columns[.conversation] == 3)
    #expect(columns[.time] == nil && columns.count == 4)
  }

  @Test(arguments: [
    ["conversation;author;text"], ["author", "text"],
    ["conversation", "author", "text", "text"],
  ])
  func refusesOtherHeaders(header: [String]) {
    #expect(throws: LineFault.self) { _ = try CSVColumns(header: header) }
  }
}
