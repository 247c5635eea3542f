import Chat
import Evaluation
import Plotting
import Store
import Testing

@testable import Reports

@Suite struct DetectorPlotTests {
  private let track = Invented.track("test")

  @Test func theCurveStandsBetweenFloorAndCeiling() throws {
    let plotted = try #require(track.plotted.first { $0.label == "linear-svm" })
    let plot = DetectorPlot.precisionRecall.plot(plotted, among: track, name: "p", title: "t")
    #expect(Set(plot.series.map(\.name)) == ["linear-svm", "oracle", "shortcut"])
    #expect(plot.title == "t" && plot.name == "p")
  }

  @Test func theReliabilityHasABarPerBin() throws {
    var plotted = try #require(track.plotted.first)
    let units = (0..<100).map { number in
      EvaluatedConversation(
        id: "\(number)", cluster: "\(number)", isPositive: number % 3 == 0, messageCount: 3,
        score: Double(number) / 100, alert: nil)
    }
    plotted.row.detail = RowDetail(units, truth: [:])
    let plot = DetectorPlot.reliability.plot(plotted, among: track, name: "r", title: "t")
    #expect(plot.series[0].points.count == 10)
    #expect(plot.series[0].points.allSatisfy { ($0.low ?? 2) <= $0.y && $0.y <= ($0.high ?? -1) })
    #expect(plot.references.count == 1, "the line on which a score is a probability")
  }
}
