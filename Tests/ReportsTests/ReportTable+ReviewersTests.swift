import Chat
import Evaluation
import Testing

@testable import Reports

@Suite struct ReportTableReviewersTests {
  @Test func aTeamIsDescribedAndItsWorkCounted() throws {
    var track = Invented.track("test")
    track.rows[0].detail = RowDetail(
      review: ReviewerOutcome(
        arrivals: 100_000, trueArrivals: 100, cases: 4000, reviewed: 3200, trueReviewed: 32,
        medianWait: 90, minutesSpent: 38_400, exposedMessages: 12.5))
    let table = ReportTable.reviewers(corpus: "everyday", track: track)
    #expect(table.caption.contains("160 cases a day at most"))
    #expect(
      table.rows[0].cells.map(\.text) == [
        "lexicon", "200", "0.010", "0.320", "800", "90 min", "1,200", "12.5",
      ])
    #expect(table.rows[0].cells[3].interval != nil)
  }

  @Test func whatHasNoMeaningIsADash() throws {
    var track = Invented.track("test")
    track.rows[0].detail = RowDetail(
      review: ReviewerOutcome(
        arrivals: 0, trueArrivals: 0, cases: 0, reviewed: 0, trueReviewed: 0, medianWait: nil,
        minutesSpent: 0))
    let table = ReportTable.reviewers(corpus: "everyday", track: track)
    #expect(
      table.rows[0].cells.map(\.text) == ["lexicon", "0", "—", "—", "0", "—", "—", "—"])
  }
}
