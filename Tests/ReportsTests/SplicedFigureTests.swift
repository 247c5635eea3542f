import Plotting
import Testing

@testable import Reports

@Suite struct SplicedFigureTests {
  private func figure(_ y: Double, _ picture: String) -> String {
    let plot = Plot(
      name: "p", title: "A [title]", x: PlotAxis("x"), y: PlotAxis("y"),
      series: [PlotSeries("s", .line, [PlotPoint(1, y)])])
    return SplicedFigure(plot: plot, path: "p.png", picture: Array(picture.utf8)).markdown
  }

  @Test func thePictureAndWhatItWasDrawnFromAreBothProved() {
    let text = figure(1, "abc")
    #expect(text.hasPrefix("![A \\[title\\]](p.png)\n<!-- picture SHA-256 ba7816bf"))
    #expect(text.hasSuffix(" -->\n"))
    #expect(text != figure(2, "abc"))
    #expect(text != figure(1, "abd"))
    #expect(text == figure(1, "abc"))
  }
}
