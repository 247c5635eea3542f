import Evaluation
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

  @Test func whatIsWrongWithADetectorOrARunIsSaid() {
    var data = Invented.data("everyday")
    #expect(page(.leaderboard, data).contains("Nothing was found."))
    let units = (0..<60).map { number in
      EvaluatedConversation(
        id: "c\(number)", cluster: "c\(number)", isPositive: number % 2 == 0, messageCount: 5,
        score: 0.5, alert: nil)
    }
    var detail = RowDetail()
    detail.findings = ResultFinding.all(of: units)
    let place = data.corpora[0].tracks[0].rows.firstIndex { $0.run.policy == "threshold" } ?? 0
    data.corpora[0].tracks[0].rows[place].detail = detail
    var run = Invented.run(Invented.detectors[6], id: 77)
    (run.status, run.error) = (.failed, "it ended with status 3 <before> it answered")
    data.corpora[0].tracks[0].failed = [run]
    let text = page(.leaderboard, data)
    #expect(text.contains("<strong>lexicon: constant. </strong>"))
    #expect(text.contains("<strong>sk-logreg: failed. </strong>"))
    #expect(text.contains("it ended with status 3 &lt;before&gt; it answered."))
  }
}
