import Chat
import Testing

@testable import CorpusFormats

@Suite struct CSVParserTests {
  @Test func stepsFromConversationToConversation() throws {
    let file = TemporaryFile("conversation,author,text\nc1,a,x\nc1,b,yy\nc2,a,z\n")
    var parser = try CSVParser(path: file.path, positiveLabel: nil)
    guard case .conversation(let first) = try parser.next() else {
      Issue.record("no first conversation")
      return
    }
    #expect(first.id == "c1" && first.authors == ["a", "b"])
    #expect(parser.messages.text == Array("xyy".utf8) && parser.startLine == 2)
    guard case .conversation(let second) = try parser.next() else {
      Issue.record("no second conversation")
      return
    }
    #expect(second.id == "c2" && second.authors == ["a"] && parser.startLine == 4)
    guard case .finished = try parser.next() else {
      Issue.record("the end is missing")
      return
    }
  }
}
