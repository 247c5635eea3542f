import Store
import Testing

@testable import Reports

@Suite struct DetectorPageTests {
  @Test func everyDetectorHasAName() {
    let names = DetectorPage.names(in: Invented.data("everyday"))
    #expect(names == Invented.detectors.map(\.name).sorted())
  }

  @Test func aPageSaysWhatTheDetectorIsAndEveryResult() {
    var data = Invented.data("everyday")
    let place = data.corpora[0].tracks[0].rows.firstIndex { $0.run.detector == "linear-svm" } ?? 0
    data.corpora[0].tracks[0].rows[place].facts = [
      Fact("summary", "A line <between> two classes"), Fact("weakness", "Sees words alone."),
      Fact("source", "Fan et al. 2008"), Fact("state_bytes_cap", "65536"),
    ]
    let page = ReportPage(data: data, place: .detector("linear-svm")).rendered
    #expect(page.contains("A line &lt;between&gt; two classes"))
    #expect(page.contains("Sees words alone."))
    #expect(page.contains("at most 65,536 bytes"))
    #expect(page.contains("everyday: template-ood") && page.contains("everyday: iid"))
    #expect(page.contains("skepticism") && page.contains("threshold"))
    #expect(page.count(of: "naive-bayes") == 4, "two links of the navigation, and no result")
  }

  @Test func withoutFactsThePageStillStands() {
    let page = ReportPage(data: Invented.data("everyday"), place: .detector("lexicon")).rendered
    #expect(page.contains("<h1>lexicon</h1>"))
    #expect(page.contains("builtin"))
  }

  @Test func theCasesOfADetectorAreListedAndLinked() {
    var data = Invented.data("everyday")
    data.corpora[0].errorCases = [Invented.errors("lexicon")]
    let page = ReportPage(data: data, place: .detector("lexicon")).rendered
    #expect(page.contains("False alarms, the highest score first: c7"))
    #expect(page.contains("href=\"../corpora/everyday/errors-lexicon.html\""))
  }
}
