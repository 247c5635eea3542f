import Evaluation
import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageContestTests {
  private let page = ReportPage(data: ReportData(), figures: [])

  @Test func theBestPolicyOfAScorerIsBold() {
    let text = page.policies(Invented.track("test")).rendered
    #expect(text.contains("Scorers and stop policies"))
    #expect(text.contains("<strong>"))
    #expect(text.contains("skepticism"))
  }

  @Test func onePolicyAloneIsNoTable() {
    var track = Invented.track("test")
    track.rows.removeAll { $0.run.policy != "threshold" }
    #expect(page.policies(track).rendered.contains("Only one stop policy has run."))
  }

  @Test func aPriceStandsWithItsInterval() {
    var track = Invented.track("test")
    var row = Invented.row(Invented.detectors[3])
    row.run.view = "metadata"
    track.prices = [
      ViewPrice(
        row: row, full: Invented.row(Invented.detectors[3]),
        differences: [
          MetricValue("average_precision", -0.25, low: -0.3, high: -0.2, count: 10),
          MetricValue("recall_at_fpr_0_01", nil, count: 10),
          MetricValue("delay_median", 12, low: 4, high: 20, count: 10),
        ])
    ]
    let text = page.views(track).rendered
    #expect(text.contains("−0.250"))
    #expect(text.contains("[-0.300, -0.200]"))
    #expect(text.contains("+12.0"))
    #expect(text.contains("[4.0, 20.0]"))
  }

  @Test func withoutOtherViewsASentenceStands() {
    #expect(page.views(Invented.track("test")).rendered.contains("No detector has run"))
  }
}
