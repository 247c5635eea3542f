import Chat
import Evaluation
import Plotting
import Store
import Testing

@testable import Reports

@Suite struct ReportPlotContestTests {
  @Test func everyPolicyOfADetectorIsAPointOfItsSeries() throws {
    let plot = ReportPlot.policyFrontier.plot(corpus: "c", track: Invented.track("test"))
    #expect(plot.series.count == Invented.detectors.count)
    let series = try #require(plot.series.first { $0.name == "linear-svm" })
    #expect(series.points.count == 2, "threshold and skepticism")
    #expect(plot.x.range?.contains(series.points[0].x) ?? false)
    #expect(plot.y.range?.contains(series.points[0].y) ?? false)
  }

  @Test func theFrontierFallsAndNoPairBeatsIt() {
    let points = [
      PlotPoint(1, 9), PlotPoint(2, 5), PlotPoint(2, 7), PlotPoint(3, 6), PlotPoint(4, 5),
      PlotPoint(5, 1),
    ]
    let frontier = ReportPlot.lowerFrontier(points)
    #expect(frontier == [PlotPoint(1, 9), PlotPoint(2, 5), PlotPoint(5, 1)])
    #expect(ReportPlot.lowerFrontier([]).isEmpty)
  }

  @Test func theTeamsOfADetectorAreALine() {
    var track = Invented.track("test")
    let units = (0..<200).map { number in
      EvaluatedConversation(
        id: "\(number)", cluster: "\(number)", isPositive: number % 4 == 0, messageCount: 3,
        score: Double((number * 37) % 200) / 200, alert: nil)
    }
    #expect(!ReportPlot.reviewers.plot(corpus: "c", track: track).hasData)
    for index in track.rows.indices {
      track.rows[index].detail = RowDetail(units, truth: [:])
    }
    let plot = ReportPlot.reviewers.plot(corpus: "c", track: track)
    #expect(plot.hasData)
    #expect(plot.series.allSatisfy { $0.points.allSatisfy { (0...1).contains($0.y) } })
  }
}
