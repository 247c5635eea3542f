import Evaluation
import Plotting
import Store
import Testing

@testable import Reports

@Suite struct ReportPlotLatencyTests {
  @Test func theFrontierIsWhatNothingBeats() {
    let points = [
      PlotPoint(5, 0.9), PlotPoint(1, 0.3), PlotPoint(3, 0.2), PlotPoint(2, 0.5),
      PlotPoint(2, 0.6), PlotPoint(9, 0.9),
    ]
    #expect(
      ReportPlot.frontier(points) == [PlotPoint(1, 0.3), PlotPoint(2, 0.6), PlotPoint(5, 0.9)])
    #expect(ReportPlot.frontier([]) == [])
  }

  @Test func controlsAreShownButMakeNoFrontier() {
    let plot = ReportPlot.fLatency.plot(corpus: "c", track: Invented.track("test"))
    #expect(plot.series.contains { $0.name == "oracle" })
    #expect(plot.references[0].points.allSatisfy { $0.y <= 0.82 })
    #expect(plot.references[0].points.last?.x == plot.x.range?.upperBound)
    #expect(plot.y.label == "F-latency from onset, 95 % interval")
    #expect(plot.legend == .none)
    #expect(plot.series.allSatisfy { $0.points[0].label == $0.name })
  }

  @Test func withoutOnsetThePlainFLatencyIsShown() {
    var track = Invented.track("test")
    for index in track.rows.indices { track.rows[index].metrics["f_latency_onset"] = nil }
    let plot = ReportPlot.fLatency.plot(corpus: "c", track: track)
    #expect(plot.y.label == "F-latency, 95 % interval")
    #expect(plot.hasData)
  }

  @Test func aRunThatWasNotTimedIsLeftOut() {
    var track = Invented.track("test")
    for index in track.rows.indices where track.rows[index].run.detector == "lexicon" {
      for name in ["p50_ns", "p90_ns", "p99_ns", "p99_9_ns"] {
        track.rows[index].metrics[name] = nil
      }
    }
    for figure in [ReportPlot.fLatency, .latency] {
      let plot = figure.plot(corpus: "c", track: track)
      #expect(!plot.series.contains { $0.name == "lexicon" })
      #expect(plot.series.count == Invented.detectors.count - 1)
    }
  }

  @Test func percentilesStandInTheirOrder() {
    let plot = ReportPlot.latency.plot(corpus: "c", track: Invented.track("test"))
    #expect(plot.x.ticks?.map(\.text) == ["p50", "p90", "p99", "p99.9"])
    #expect(plot.series.allSatisfy { $0.points.map(\.x) == [0, 1, 2, 3] })
    #expect(plot.y.isLogarithmic)
  }
}
