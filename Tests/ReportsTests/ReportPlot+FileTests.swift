import Foundation
import Plotting
import Testing

@testable import Reports

@Suite struct ReportPlotFileTests {
  @Test func oneFigureBecomesOneFileOrText() throws {
    let path = NSTemporaryDirectory() + "figure-\(UUID().uuidString).svg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let track = Invented.track("test")
    try ReportPlot.latency.write(corpus: "every_day", track: track, to: path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("<title>Compute latency by percentile · every_day, template-ood</title>"))
    #expect(try ReportPlot.latency.svg(corpus: "every_day", track: track) == text)
  }

  @Test func nothingToShowIsAnError() {
    #expect(throws: PlottingError.nothingToDraw(plot: "roc")) {
      try ReportPlot.roc.write(
        corpus: "c", track: TrackReport(split: "test", rows: []), to: "x.svg")
    }
  }
}
