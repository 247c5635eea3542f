import Benchmarking
import Plotting
import Testing

@testable import Reports

@Suite struct HistoryPlotTests {
  private func plot(_ watched: [WatchedSeries]) throws -> Plot {
    HistoryPlot(watched: try #require(watched.first), name: "case").plot
  }

  private func series(_ plot: Plot, _ name: String) -> [PlotPoint]? {
    plot.series.first { $0.name == name }?.points
  }

  @Test func theLevelsAreAStaircaseThatChangesBeforeTheFirstNewCommit() throws {
    let plot = try plot(InventedHistory.series("binary-bytes tool", InventedHistory.steps))
    #expect(
      series(plot, "level") == [
        PlotPoint(-0.5, 1), PlotPoint(21.5, 1.18), PlotPoint(40.5, 0.9204),
        PlotPoint(59.5, 0.9204),
      ])
    #expect(series(plot, "worse") == [PlotPoint(22, 1.18, label: "+18.0 %")])
    #expect(series(plot, "better") == [PlotPoint(41, 0.9204, label: "−22.0 %")])
    #expect(series(plot, "one commit")?.count == 60)
    #expect(plot.references.map { $0.points.map(\.x) } == [[21.5, 21.5], [40.5, 40.5]])
    #expect(plot.y.label == "MB, less is better")
    #expect(plot.title == "binary-bytes tool")
  }

  @Test func ticksAreHashesThatDoNotTouch() throws {
    let plot = try plot(InventedHistory.series("a", InventedHistory.steps))
    let ticks = try #require(plot.x.ticks)
    #expect(ticks.contains { $0.text == InventedHistory.hash(22).prefix(7) && $0.position == 22 })
    #expect(ticks.count > 4 && ticks.count < 9)
    for (a, b) in zip(ticks, ticks.dropFirst()) { #expect(b.position - a.position >= 60 / 8) }
  }

  @Test func constantAndSingleSeriesHaveARangeAndALevel() throws {
    for values in [[5.0], [0], [0, 0, 0], [0.9, 0.9]] {
      let plot = try plot(InventedHistory.series("a", values, unit: "", better: .higher))
      let range = try #require(plot.y.range)
      #expect(range.lowerBound < values[0] && values[0] < range.upperBound)
      #expect(series(plot, "level")?.map(\.y) == [values[0], values[0]])
      #expect(plot.references.isEmpty && plot.series.count == 2)
      #expect(plot.y.label == "more is better")
    }
  }

  @Test func largeFiguresAreReadInLargerUnits() throws {
    func label(_ value: Double, _ unit: String) throws -> String {
      try plot(InventedHistory.series("a", [value], unit: unit)).y.label
    }
    #expect(try label(999, "bytes") == "bytes, less is better")
    #expect(try label(12_000, "bytes") == "kB, less is better")
    #expect(try label(3e9, "ns") == "s, less is better")
    #expect(try label(12_000, "rows") == "thousand rows, less is better")
  }

  @Test func smallChangesKeepTheirDigits() {
    #expect(HistoryPlot.percent(0.18) == "+18.0 %")
    #expect(HistoryPlot.percent(-0.0123) == "−1.23 %")
    #expect(HistoryPlot.percent(0.00002) == "+0.0020 %")
    #expect(HistoryPlot.percent(-1e-12) == "−<0.0001 %")
    #expect(HistoryPlot.percent(nil) == "from 0")
  }

  @Test func aLaterVersionIsNamed() throws {
    #expect(
      try plot(InventedHistory.series("a", [1], version: 2)).title == "a, version 2")
  }
}
