import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageSlicesTests {
  private let page = ReportPage(data: Invented.data("everyday"), figures: [])

  @Test func aTableOfTheReportLinksItsFiles() {
    let table = ReportTable.falseAlarms(corpus: "everyday", track: Invented.track("test"))
    let text = page.section(table, address: "tables/everyday/test").rendered
    #expect(text.contains("<h3>False alarms by family</h3>"))
    #expect(text.contains("href=\"tables/everyday/test-false-alarms.csv\""))
    #expect(!page.section(table, address: nil).rendered.contains("href"))
  }

  @Test func aTableWithoutRowsIsASentence() {
    let table = ReportTable.falseAlarms(
      corpus: "everyday", track: TrackReport(split: "test", rows: []))
    let text = page.section(table, address: "tables/everyday/test").rendered
    #expect(text.contains("No run has the predictions that this table shows."))
    #expect(!text.contains("href"))
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
