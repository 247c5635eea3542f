import Chat
import Testing

@Suite struct MessageColumnsTests {
  private func sample() -> MessageColumns {
    var columns = MessageColumns()
    columns.append(author: 0, time: 0, style: .absent, text: "hello".utf8)
    columns.append(author: 1, time: 5, style: .integer, text: "".utf8, session: 2)
    columns.append(
      author: 0, time: 60_000, style: .clock, text: "é".utf8, stage: .rapport, signs: [.threat],
      cues: [.refuses])
    return columns
  }

  @Test func columnsHoldWhatWasAppended() {
    let columns = sample()
    #expect(columns.count == 3)
    #expect((0..<3).map(columns.textRange) == [0..<5, 5..<5, 5..<7])
    #expect(columns.withText(0) { $0.count } == 5)
    #expect(columns.withText(2) { text in text.indices.map { text[$0] } } == Array("é".utf8))
    #expect(columns.author == [0, 1, 0])
    #expect(columns.time == [0, 5, 60_000])
    #expect(columns.timeStyle == [.absent, .integer, .clock])
    #expect(columns.session == [0, 2, 0])
    #expect(columns.stage == [255, 255, 2])
    #expect(columns.signs == [[], [], [.threat]])
    #expect(columns.cues == [[], [], [.refuses]])
  }

  @Test func endMessageTakesTheTextThatWasAdded() {
    var columns = MessageColumns()
    columns.text += Array("ab".utf8)
    columns.endMessage(author: 0, time: 0, style: .absent)
    #expect(columns.textRange(0) == 0..<2)
  }

  @Test func truncateDropsRowsAndLooseText() {
    for count in 0...3 {
      var columns = sample()
      columns.text += Array("loose".utf8)
      columns.truncate(to: count)
      #expect(columns.count == count)
      #expect(columns.text.count == [0, 5, 5, 7][count])
      #expect(columns.cues.count == count && columns.timeStyle.count == count)
    }
  }

  @Test func appendingColumnsShiftsTheirText() {
    var columns = sample()
    columns.append(contentsOf: sample())
    #expect(columns.count == 6)
    #expect(columns.textRange(3) == 7..<12)
    #expect(columns.textRange(5) == 12..<14)
    #expect(columns.stage == [255, 255, 2, 255, 255, 2])
  }
}
