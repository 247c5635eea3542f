import Evaluation
import Plotting
import Testing

@testable import Reports

@Suite struct ReportPlotDrawingTests {
  private let track = Invented.track("test")

  @Test func everyFigureHasAllDetectors() {
    for plot in ReportPlot.allCases where plot != .reviewers {
      let drawn = plot.plot(corpus: "everyday", track: track)
      #expect(drawn.series.count == Invented.detectors.count, "\(plot.rawValue)")
      #expect(drawn.hasData)
      #expect(drawn.name == plot.rawValue)
      #expect(drawn.title == "\(plot.title) · everyday, template-ood")
    }
    #expect(ReportPlot.roc.plot(corpus: "c", track: track, name: "test-roc").name == "test-roc")
  }

  @Test func aTrackOfNothingHasPlotsOfNothing() {
    for plot in ReportPlot.allCases {
      #expect(!plot.plot(corpus: "c", track: TrackReport(split: "test", rows: [])).hasData)
    }
  }

  @Test func precisionHoldsBackToRecallZero() throws {
    let plot = ReportPlot.precisionRecall.plot(corpus: "c", track: track)
    let series = try #require(plot.series.first)
    #expect(series.kind == .stepsBefore)
    #expect(series.points[0].x == 0)
    #expect(series.points[0].y == series.points[1].y)
    #expect(plot.references.map(\.name) == ["chance"])
    #expect(plot.references[0].points[0].y == 0.333)
  }

  @Test func eachRecallHasItsHighestThresholdOnly() {
    var row = Invented.row(Invented.detectors[0])
    row.precisionRecall = [
      CurvePoint(x: 0.5, y: 1), CurvePoint(x: 0.5, y: 0.5), CurvePoint(x: 1, y: 0.6),
      CurvePoint(x: 1, y: 0.1),
    ]
    let plot = ReportPlot.precisionRecall.plot(
      corpus: "c", track: TrackReport(split: "test", rows: [row]))
    #expect(plot.series[0].points == [PlotPoint(0, 1), PlotPoint(0.5, 1), PlotPoint(1, 0.6)])
  }

  @Test func noFalseAlarmsStandAtTheLeftEdgeOfTheLogarithm() throws {
    var row = Invented.row(Invented.detectors[0])
    row.roc = [
      CurvePoint(x: 0, y: 0), CurvePoint(x: 0, y: 0.6), CurvePoint(x: 0.01, y: 0.7),
      CurvePoint(x: 1, y: 1),
    ]
    let plot = ReportPlot.roc.plot(
      corpus: "c", track: TrackReport(split: "test", rows: [row]))
    #expect(plot.x.isLogarithmic)
    #expect(plot.x.range == 0.0001...1, "667 benign: below 0.5/667")
    #expect(
      plot.series[0].points == [
        PlotPoint(0.0001, 0.6), PlotPoint(0.01, 0.7), PlotPoint(1, 1),
      ])
    for point in plot.references[0].points { #expect(point.x == point.y) }
    #expect(plot.references[0].points.last == PlotPoint(1, 1))
  }

  @Test func longDelaysAreCutNotSqueezed() throws {
    var row = Invented.row(Invented.detectors[0])
    row.delaySurvival = [
      CurvePoint(x: 0, y: 1), CurvePoint(x: 10, y: 0.5), CurvePoint(x: 5000, y: 0.1),
    ]
    let plot = ReportPlot.delay.plot(corpus: "c", track: TrackReport(split: "test", rows: [row]))
    #expect(plot.x.range == 0...150)
    #expect(
      plot.series[0].points == [PlotPoint(0, 1), PlotPoint(10, 0.5), PlotPoint(150, 0.5)])
  }
}
