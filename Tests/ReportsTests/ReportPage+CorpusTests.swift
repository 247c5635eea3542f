import Pages
import Testing

@testable import Reports

@Suite struct ReportPageCorpusTests {
  private let page = ReportPage(data: Invented.data("everyday"), figures: [])

  @Test func theFactsSayWhereACorpusComesFrom() {
    let text = page.facts(Invented.corpus()).rendered
    #expect(text.contains("<dt>Source</dt>\n<dd>generated</dd>"))
    #expect(text.contains("<dt>Seed</dt>\n<dd>7</dd>"))
    #expect(text.contains("<dd>612,000</dd>"))
    #expect(text.contains("<code>" + String(repeating: "ab12", count: 16) + "</code>"))
    #expect(text.contains("{&quot;name&quot;:&quot;everyday&quot;"))
  }

  @Test func theSplitsAreCountedByLabel() {
    let text = page.splits(Invented.corpus()).rendered
    #expect(
      text.contains(
        "<tr><th scope=\"row\">test-iid</th><td class=\"number\" data-sort=\"1012\">1,012</td>"
          + "<td class=\"number\" data-sort=\"333\">333</td>"))
    #expect(text.count(of: "<tr>") == 5)
    #expect(page.splits(CorpusReport(record: Invented.corpus().record)).rendered == "")
  }

  @Test func theGapHasItsSignAndBothSides() {
    let text = page.gap(0).rendered
    #expect(text.contains("+0.040"))
    #expect(text.contains("<span class=\"detail\">iid</span>"))
    var data = Invented.data("everyday")
    data.corpora[0].tracks.removeLast()
    #expect(
      ReportPage(data: data).gap(0).rendered
        .contains("No detector has run on both test and test-iid."))
  }
}
