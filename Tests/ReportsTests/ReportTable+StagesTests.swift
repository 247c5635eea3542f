import Chat
import Evaluation
import Testing

@testable import Reports

@Suite struct ReportTableStagesTests {
  @Test func onlyDetectorsThatTellStagesHaveRows() throws {
    var track = Invented.track("test")
    #expect(ReportTable.stages(corpus: "everyday", track: track).rows.isEmpty)
    track.rows[0].detail = RowDetail(
      stages: StageSummary([
        (
          reference: [.contact, .contact, .rapport, .rapport],
          predicted: [.contact, .rapport, .rapport, .rapport]
        )
      ]))
    let table = ReportTable.stages(corpus: "everyday", track: track)
    #expect(table.rows.count == 1)
    #expect(table.rows[0].cells.count == table.columns.count)
    let micro = try #require(table.columns.firstIndex { $0.name == "micro_f1" })
    #expect(table.rows[0].cells[micro].value == 0.75)
    let confusion = try #require(
      ReportTable.confusions(corpus: "everyday", track: track).first)
    let contact = try #require(confusion.rows.first { $0.cells[0].text == "contact" })
    #expect(contact.cells[1].value == 2)
    #expect(contact.cells[3].value == 0.5 && contact.cells[4].value == 0.5)
    #expect(confusion.fileSuffix == "confusion-lexicon")
  }
}
