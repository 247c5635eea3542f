import Testing

@testable import Reports

@Suite struct ReportPlotTests {
  @Test func theNamesAreThoseOfTheCommand() {
    #expect(
      ReportPlot.allCases.map(\.rawValue) == [
        "precision-recall", "roc", "f-latency", "delay", "latency", "policy-frontier",
        "reviewers",
      ])
  }

  @Test func everyFigureSaysHowToReadIt() {
    for plot in ReportPlot.allCases {
      #expect(!plot.title.isEmpty)
      #expect(plot.caption.contains("better"), "\(plot.rawValue)")
      #expect(plot.caption.hasSuffix("."))
    }
  }
}
