import Chat
import Testing

@testable import CorpusFormats

@Suite struct MessageRowTests {
  @Test func rowsBecomeColumns() {
    var columns = MessageColumns()
    columns.append(author: 3, time: 1, style: .integer, text: "ab".utf8)
    columns.text += Array("cde".utf8)
    var row = MessageRow()
    (row.textEnd, row.author, row.time, row.style) = (4, 1, 2, .clock)
    (row.session, row.signs, row.cues, row.stage) = (5, 6, 7, 8)
    var last = MessageRow()
    last.textEnd = 5
    columns.append([row, last])
    #expect(columns.count == 3)
    #expect(columns.textEnd == [2, 4, 5] && columns.author == [3, 1, 0])
    #expect(columns.time == [1, 2, 0] && columns.timeStyle == [.integer, .clock, .absent])
    #expect(columns.session == [0, 5, 0] && columns.stage == [255, 8, 255])
    #expect(
      columns.signs.map(\.rawValue) == [0, 6, 0] && columns.cues.map(\.rawValue) == [0, 7, 0])
  }
}
