import Chat
import Testing

@testable import Audits

@Suite struct LabelTransferTests {
  private func corpus(_ lines: [(Split, Label?, String)]) -> AuditedCorpus {
    var chunk = Chunk()
    for (number, line) in lines.enumerated() {
      chunk.messages.append(author: 0, time: 0, style: .absent, text: line.2.utf8)
      var conversation = Conversation(id: "c\(number)")
      (conversation.split, conversation.label) = (line.0, line.1)
      conversation.authors = ["a"]
      chunk.close(conversation)
    }
    return AuditedCorpus("lines", [chunk])
  }

  @Test func theNearestGivesItsLabel() {
    let corpus = corpus([
      (.train, .grooming, "red boat on the lake"), (.train, .benign, "green bus in the town"),
      (.test, .grooming, "a red boat"), (.test, .benign, "the green bus"),
      (.test, .benign, "red boat red boat"), (.test, nil, "left out"),
    ])
    // The grooming conversation is right, and one of the two benign ones.
    #expect(LabelTransfer(corpus)?.balancedAccuracy(.test) == 0.75)
    #expect(LabelTransfer(corpus)?.balancedAccuracy(.testIID) == nil)
  }

  @Test func oneClassTellsNothing() {
    #expect(LabelTransfer(corpus([(.train, .benign, "a"), (.test, .grooming, "a")])) == nil)
  }
}
