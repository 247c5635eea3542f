import Pages
import Testing

@testable import Reports

@Suite struct ReportPageNavigationTests {
  private func navigation(_ place: SiteMap.Place) -> String {
    var data = Invented.data("a", "b")
    data.corpora[0].errorCases = [Invented.errors("lexicon"), Invented.errors("linear-svm")]
    return ReportPage(data: data, place: place).navigation.rendered
  }

  @Test func theFirstBarLeadsToEveryPart() {
    let text = navigation(.overview)
    #expect(text.count(of: "<nav ") == 1)
    for address in [
      "index.html", "corpora/a/leaderboard.html", "corpora/b/leaderboard.html", "method.html",
      "reproduce.html", "detectors/behaviour-boosting.html",
    ] {
      #expect(text.contains("href=\"\(address)\""), "\(address)")
    }
  }

  @Test func thePageItselfIsMarkedOnce() {
    for place in [SiteMap.Place.overview, .method, .topic(1, .delay), .detector("lexicon")] {
      #expect(navigation(place).count(of: "aria-current=\"page\"") == 1, "\(place)")
    }
    let cases = navigation(.cases(0, "lexicon"))
    #expect(cases.count(of: "aria-current=\"page\"") == 1)
    #expect(cases.count(of: "aria-current=\"true\"") == 1, "the topic it belongs to")
  }

  @Test func aCorpusPageLeadsToItsTopics() {
    let text = navigation(.topic(1, .delay))
    #expect(text.count(of: "../../corpora/b/") == CorpusTopic.allCases.count + 1)
  }
}
