import Chat
import Testing

@Suite struct ConversationTests {
  @Test func clusterIsTheGroupElseTheID() {
    var conversation = Conversation(id: "c1")
    #expect(conversation.cluster == "c1")
    conversation.group = "g1"
    #expect(conversation.cluster == "g1")
  }

  @Test func nothingIsKnownAtFirst() {
    let conversation = Conversation(id: "c1")
    #expect(conversation.label == nil && conversation.split == nil && conversation.onset == nil)
    #expect(conversation.messages.isEmpty && conversation.authors.isEmpty)
    #expect(Participant(id: "a") == Participant(id: "a", role: nil, ageBand: nil, extra: []))
  }
}
