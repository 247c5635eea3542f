import Chat
import Evaluation
import Testing

@testable import Reports

@Suite struct CorpusContentTests {
  @Test func onePassCountsSplitsTokensAndTruth() throws {
    try Stored.withWorkbench { workbench in
      let content = try CorpusContent(of: "everyday", in: workbench)
      #expect(content.splits.map(\.split) == ["test"])
      #expect(content.splits[0].grooming == 20 && content.splits[0].benign == 20)
      #expect(content.splits[0].messages == 320)
      #expect(content.withheld == ["c0"])
      #expect(content.truth.count == 40)
      let truth = try #require(content.truth["c0"])
      #expect(truth.risky == [4, 5, 6, 7, 8])
      #expect(truth.firstCritical == 4)
      #expect(truth.minutes == [0, 2, 4, 6, 8, 10, 12, 14])
      #expect(content.truth["c1"]?.risky == [])
      #expect(content.truth["c1"]?.stages == [Stage?](repeating: .ordinary, count: 8))
    }
  }

  @Test func whatTheCorpusDoesNotSayIsEmpty() {
    var chunk = Chunk()
    var conversation = Conversation(id: "c")
    conversation.authors = ["a"]
    chunk.messages.append(author: 0, time: 0, style: .absent, text: "hello".utf8)
    chunk.close(conversation)
    let truth = MessageTruth(chunk.conversations[0], in: chunk)
    #expect(truth == MessageTruth(stages: [], risky: [], minutes: []))
  }
}
