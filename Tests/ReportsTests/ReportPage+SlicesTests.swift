import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageSlicesTests {
  private let page = ReportPage(data: Invented.data("everyday"), figures: [])

  @Test func falseAlertsAddUpOverAKind() {
    let text = page.falseAlerts(Invented.track("test")).rendered
    // lexicon: 30·0.65 = 19 of 67 and 20·0.65 = 13 of 266 hard negatives.
    #expect(
      text.contains("data-sort=\"96.09609609609609\">96.1<span class=\"detail\">32</span>"))
    #expect(text.contains("<tr class=\"total\"><th scope=\"row\">all</th><td>hard-negative</td>"))
    #expect(text.contains("<th scope=\"row\">coach in an open channel</th><td>hard-negative</td>"))
    #expect(text.contains("about 3,000 / n per 1,000"))
  }

  @Test func noPredictionsOfBenignChatAreSaid() {
    let text = page.falseAlerts(TrackReport(split: "test", rows: [])).rendered
    #expect(text.contains("No run has predictions of benign chat."))
  }

  @Test func resultsWithoutWithheldContentStandBesideAll() {
    let text = page.withheld(Invented.track("test")).rendered
    #expect(text.contains("840 of 1,000 conversations"))
    #expect(text.contains(">0.820</td>"), "logistic-regression, all")
    #expect(text.contains(">0.812</td>"), "without: 0.99 of it")
    #expect(text.contains(">−0.008</td>"))
  }

  @Test func aSplitWithoutTheTokenSaysSo() {
    var track = Invented.track("test")
    for index in track.rows.indices { track.rows[index].withoutWithheld = [:] }
    #expect(
      page.withheld(track).rendered.contains("holds the token for withheld content"))
  }
}
