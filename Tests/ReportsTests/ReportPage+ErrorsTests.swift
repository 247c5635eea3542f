import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageErrorsTests {
  private var data: ReportData {
    var data = Invented.data("everyday")
    data.corpora[0].errorCases = [Invented.errors("lexicon")]
    return data
  }

  @Test func theListCountsAllAndLinksTheWorst() {
    let text = ReportPage(data: data, place: .topic(0, .errors)).rendered
    #expect(text.contains("<a href=\"../../corpora/everyday/errors-lexicon.html\">lexicon</a>"))
    #expect(text.contains(">1,234</td>"), "false alarms in all")
  }

  @Test func aCaseShowsItsCurveFactsAndTexts() {
    let text = ReportPage(data: data, place: .cases(0, "lexicon")).rendered
    #expect(text.contains("The worst 1 of 1,234."))
    #expect(text.contains("hard-negative: coach · 4 messages · score 0.900 · alert at message 3"))
    #expect(text.count(of: "<svg class=\"timeline\"") == 2)
    #expect(text.contains("&lt;b&gt;hello&lt;/b&gt;"))
    #expect(!text.contains("<b>hello"))
    #expect(text.contains("Every text here was generated."))
  }

  @Test func textsOfOtherCorporaAreNeverShown() {
    var data = data
    data.corpora[0].record.source = "jsonl"
    for index in data.corpora[0].errorCases[0].falseAlarms[0].evidence.indices {
      data.corpora[0].errorCases[0].falseAlarms[0].evidence[index].text = nil
    }
    data.corpora[0].errorCases[0].misses = []
    let text = ReportPage(data: data, place: .cases(0, "lexicon")).rendered
    #expect(text.contains("Texts are not shown"))
    #expect(!text.contains("class=\"said\""))
    #expect(text.contains("No miss."))
  }
}
