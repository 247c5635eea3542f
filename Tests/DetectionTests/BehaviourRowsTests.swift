import Chat
import Testing

@testable import Detection

@Suite struct BehaviourRowsTests {
  @Test func cutsRiseAndEndWithTheConversation() {
    #expect(BehaviourRows.lengths(0) == [])
    #expect(BehaviourRows.lengths(1) == [1])
    #expect(BehaviourRows.lengths(3) == [1, 2, 3])
    #expect(BehaviourRows.lengths(10) == [2, 5, 7, 10])
  }

  @Test func rowsAreThoseOfThePrefixes() {
    var chunk = BehaviourCorpus.chunk(seed: 1, count: 6)
    // One conversation without messages has no rows.
    var empty = Conversation(id: "empty")
    empty.label = .benign
    chunk.close(empty)
    let examples = Examples([chunk])
    let rows = BehaviourRows(examples, checkpoint: {})
    #expect(rows.starts.count == 8 && rows.starts[7] == rows.starts[6])
    for (index, conversation) in chunk.conversations.enumerated() {
      let wanted = BehaviourRows.lengths(conversation.messages.count)
      #expect(rows.starts[index + 1] - rows.starts[index] == wanted.count)
      for (place, length) in wanted.enumerated() {
        var behaviour = ConversationBehaviour()
        for message in conversation.messages.prefix(length) {
          behaviour.observe(chunk.messages, message)
        }
        let row = behaviour.row
        let found = rows.matrix.range(rows.starts[index] + place).map { rows.matrix.values[$0] }
        #expect(found == row.indices.map { row[$0] })
        #expect(rows.isPositive[rows.starts[index] + place] == (conversation.label == .grooming))
      }
    }
    let final = BehaviourRows(rows, picks: [2, 6, 0], cuts: .final)
    #expect(final.starts == [0, 1, 1, 2])
    let last = rows.matrix.range(rows.starts[3] - 1).map { rows.matrix.values[$0] }
    #expect(Array(final.matrix.values.prefix(final.matrix.columns)) == last)
    #expect(BehaviourRows(rows, picks: [1], cuts: .quarters).matrix.count == 4)
  }
}
