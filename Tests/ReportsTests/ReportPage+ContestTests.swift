import Evaluation
import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageContestTests {
  private let page = ReportPage(data: Invented.data("everyday"))

  @Test func theBestPolicyOfAScorerIsBold() {
    let text = page.policies(Invented.track("test"), 0).rendered
    #expect(text.contains("Scorers and stop policies"))
    #expect(text.contains("<strong>"))
    #expect(text.contains("skepticism"))
  }

  @Test func onePolicyAloneIsNoTable() {
    var track = Invented.track("test")
    track.rows.removeAll { $0.run.policy != "threshold" }
    #expect(page.policies(track, 0).rendered.contains("Only one stop policy has run."))
  }
}
