import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct HeadToHeadTests {
  private func units(_ wrong: Int) -> [EvaluatedConversation] {
    (0..<40).map { number in
      let isPositive = number % 2 == 0
      let isFlagged = isPositive != (number < wrong)
      return EvaluatedConversation(
        id: "c\(number)", cluster: "c\(number)", isPositive: isPositive, messageCount: 8,
        onset: isPositive ? 4 : nil, score: (isFlagged ? 0.7 : 0.2) + Double(number) / 1000,
        alert: isFlagged ? 6 : nil)
    }
  }

  @Test func runsOfOtherConversationsAreLeftOut() throws {
    let track = Invented.track("test")
    let plotted = Array(track.plotted.prefix(3))
    let head = try #require(
      HeadToHead(plotted) { row in
        row.run.detector == plotted[1].row.run.detector
          ? Array(units(0).dropLast())
          : units(row.run.detector == plotted[0].row.run.detector ? 0 : 12)
      })
    #expect(head.labels == [plotted[0].label, plotted[2].label])
    #expect(head.comparison.pairs.count == 1)
    let difference = try #require(head.comparison.pairs[0].differences[2].paired.difference.value)
    #expect(difference > 0)
  }

  @Test func oneRunAloneHasNoOpponent() {
    #expect(HeadToHead(Array(Invented.track("test").plotted.prefix(1))) { _ in units(0) } == nil)
    #expect(HeadToHead(Invented.track("test").plotted) { _ in [] } == nil)
  }

  @Test func theMatrixIsAntisymmetricAndThePairsHaveTheirTests() throws {
    var track = Invented.track("test")
    let plotted = Array(track.plotted.prefix(2))
    track.headToHead = HeadToHead(plotted) { row in
      units(row.run.detector == plotted[0].row.run.detector ? 0 : 12)
    }
    let matrix = ReportTable.headToHeadMatrix(corpus: "everyday", track: track)
    let (a, b) = (matrix.rows[0].cells[2].value, matrix.rows[1].cells[1].value)
    #expect(try #require(a) == -(try #require(b)))
    #expect(matrix.rows[0].cells[1].text == "·")
    let pairs = ReportTable.headToHead(corpus: "everyday", track: track)
    #expect(pairs.rows.count == 1)
    #expect(pairs.rows[0].cells.count == pairs.columns.count)
    let onlyA = try #require(pairs.columns.firstIndex { $0.name == "only_a" })
    #expect(pairs.rows[0].cells[onlyA].value == 12)
  }
}
