import Chat
import Testing

@testable import Audits

@Suite struct OracleActsTests {
  private func chunk() -> Chunk {
    var chunk = Chunk()
    let rows: [(Int, SignSet, CueSet)] = [
      (0, [], []), (0, [.meetRequest], []), (1, [], [.refuses]), (1, [.meetRequest], []),
      (0, [.withheld], []),
    ]
    for (author, signs, cues) in rows {
      chunk.messages.append(
        author: author, time: 0, style: .absent, text: "x".utf8, signs: signs, cues: cues)
    }
    var conversation = Conversation(id: "c")
    conversation.authors = ["a", "b"]
    conversation.participants = [
      Participant(id: "a", role: "adult"), Participant(id: "b", role: "child"),
    ]
    chunk.close(conversation)
    return chunk
  }

  @Test func actsStandInOrderWithTheRoleOfTheirWriter() {
    let acts = OracleActs(chunk(), conversation: 0)
    #expect(acts.messageCount == 5)
    #expect(acts.acts.map(\.message) == [1, 2, 3])
    // A meeting is class 3, a refusal class 7; one more where an adult writes.
    #expect(acts.acts.map(\.code) == [7, 14, 6])
  }

  @Test func withheldContentIsNoAct() {
    let acts = OracleActs(chunk(), conversation: 0)
    #expect((0..<5).map { acts.hasAct(at: $0) } == [false, true, true, true, false])
  }
}
