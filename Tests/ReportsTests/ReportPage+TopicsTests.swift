import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageTopicsTests {
  private func page(_ topic: CorpusTopic, _ data: ReportData = Invented.data("everyday")) -> String
  {
    ReportPage(data: data, place: .topic(0, topic)).rendered
  }

  @Test func everyTopicAsksItsQuestion() {
    for topic in CorpusTopic.allCases {
      #expect(page(topic).contains("<p class=\"lead\">\(topic.question)</p>"))
    }
  }

  @Test func theHeadlineTrackIsOpenAndTheOtherFolded() {
    let text = page(.delay)
    #expect(text.contains("<h2>Track template-ood (split test)</h2>"))
    #expect(text.contains("<summary>Track iid (split test-iid)</summary>"))
  }

  @Test func aTableOfTheReportLinksItsFiles() {
    let page = ReportPage(data: Invented.data("everyday"), place: .topic(0, .reviewers))
    let table = ReportTable.falseAlarms(corpus: "everyday", track: Invented.track("test"))
    let text = page.section(table, 0, "test").rendered
    #expect(text.contains("<h3>False alarms by family</h3>"))
    #expect(text.contains("href=\"../../tables/everyday/test-false-alarms.csv\""))
  }

  @Test func aTableWithoutRowsIsASentence() {
    let page = ReportPage(data: Invented.data("everyday"), place: .topic(0, .reviewers))
    let table = ReportTable.falseAlarms(
      corpus: "everyday", track: TrackReport(split: "test", rows: []))
    let text = page.section(table, 0, "test").rendered
    #expect(text.contains("No run has the predictions that this table shows."))
    #expect(!text.contains("href"))
  }

  @Test func aCorpusWithoutRunsSaysSoOnEveryPage() {
    var data = Invented.data("everyday")
    data.corpora[0].tracks = []
    for topic in CorpusTopic.allCases where topic != .corpus {
      #expect(page(topic, data).contains("No finished run on this corpus yet."), "\(topic)")
    }
  }
}
