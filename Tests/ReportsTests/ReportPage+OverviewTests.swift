import Pages
import Testing

@testable import Reports

@Suite struct ReportPageOverviewTests {
  @Test func everyCorpusHasItsLeaderboardAndLinks() {
    let text = ReportPage(data: Invented.data("a", "b")).rendered
    #expect(text.count(of: "Leaderboard: template-ood") == 2)
    #expect(text.count(of: "All pages about it") == 2)
    for topic in CorpusTopic.allCases {
      #expect(text.contains("href=\"corpora/b/\(topic.rawValue).html\""))
    }
  }

  @Test func aCorpusWithoutRunsSaysSo() {
    var data = Invented.data("everyday")
    data.corpora[0].tracks = []
    #expect(ReportPage(data: data).rendered.contains("No finished run on this corpus yet."))
  }
}
