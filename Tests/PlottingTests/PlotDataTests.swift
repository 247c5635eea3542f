import Testing

@testable import Plotting

@Suite struct PlotDataTests {
  @Test func blocksAreReferencesThenSeries() {
    #expect(
      PlotData(awkwardPlot()).text == """
        x\ty\tlow\thigh\tseries\tlabel
        0.01\t0.3\t\t\tchance\t
        1.0\t0.3\t\t\tchance\t


        0.01\t0.2\t\t\ta_b\t
        0.1\t0.5\t\t\ta_b\t
        1.0\t1.0\t\t\ta_b\t


        0.1\t0.4\t0.3\t0.5\tb's <i>\tx & y 'z'
        0.2\t0.6\t\t\tb's <i>\t


        0.02\t0.1\t\t\tfloor\t

        """)
  }

  @Test func namesCanBreakNeitherCellNorQuotation() {
    let plot = Plot(
      name: "p", title: "", x: PlotAxis("x"), y: PlotAxis("y"),
      series: [PlotSeries("a\tb\n\"c", .line, [PlotPoint(1, 2)])])
    #expect(PlotData(plot).text.hasSuffix("1.0\t2.0\t\t\ta b 'c\t\n"))
  }

  @Test func pointsWithoutAPlaceAreLeftOut() {
    let plot = Plot(
      name: "p", title: "", x: PlotAxis("x"), y: PlotAxis("y"),
      series: [
        PlotSeries("none", .line, [PlotPoint(.nan, 1)]),
        PlotSeries("one", .line, [PlotPoint(1, .infinity), PlotPoint(1, 2)]),
      ])
    #expect(PlotData(plot).text == "x\ty\tlow\thigh\tseries\tlabel\n1.0\t2.0\t\t\tone\t\n")
  }
}
