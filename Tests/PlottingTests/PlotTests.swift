import Testing

@testable import Plotting

@Suite struct PlotTests {
  @Test func pointsWithoutAPlaceAreNotDrawable() {
    var plot = awkwardPlot()
    let points = [
      PlotPoint(0, 0.5), PlotPoint(-1, 0.5), PlotPoint(.nan, 0.5), PlotPoint(0.5, .infinity),
    ]
    #expect(plot.drawable(points).isEmpty, "the axis is logarithmic")
    #expect(plot.drawable([PlotPoint(0.5, -3)]).count == 1)
    #expect(plot.hasData)
    plot.series = [PlotSeries("nothing", .line, points), PlotSeries("empty", .line, [])]
    #expect(!plot.hasData)
  }

  @Test func aNameThatIsNoFileNameIsAProgrammingError() async {
    await #expect(processExitsWith: .failure) { _ = awkwardPlot(name: "../up") }
    await #expect(processExitsWith: .failure) { _ = awkwardPlot(name: ".hidden") }
    await #expect(processExitsWith: .failure) { _ = awkwardPlot(name: "") }
  }
}
