import Store
import Testing

@testable import Reports

@Suite struct SiteMapTests {
  @Test func everyPageHasAnAddressOfItsOwn() {
    let map = SiteMap(Invented.data("everyday", "every day", "everyday?"))
    let addresses = map.places.map(map.address)
    #expect(Set(addresses).count == addresses.count)
    #expect(addresses.first == "index.html")
    #expect(addresses.contains("corpora/every-day/leaderboard.html"))
    #expect(addresses.contains("corpora/everyday-/head-to-head.html"))
    #expect(addresses.contains("detectors/linear-svm.html"))
    #expect(
      addresses.count
        == 3 * CorpusTopic.allCases.count + Invented.detectors.count + 3)
  }

  @Test func detectorsWithErrorsHaveAPageOfCases() {
    var data = Invented.data("everyday")
    data.corpora[0].errorCases = [Invented.errors("lexicon")]
    let map = SiteMap(data)
    #expect(map.places.contains(.cases(0, "lexicon")))
    #expect(map.address(of: .cases(0, "lexicon")) == "corpora/everyday/errors-lexicon.html")
  }

  @Test func linksGoUpAsFarAsThePageIsDeep() {
    #expect(SiteMap.link(to: "index.html", from: "method.html") == "index.html")
    #expect(
      SiteMap.link(to: "figures/a/b.svg", from: "corpora/a/delay.html")
        == "../../figures/a/b.svg")
  }

  @Test func twoDetectorsNeverShareAFile() {
    var data = Invented.data("everyday")
    data.corpora[0].tracks[0].rows[0].run.detector = "a/b"
    data.corpora[0].tracks[0].rows[2].run.detector = "a?b"
    let map = SiteMap(data)
    #expect(Set([map.file("a/b"), map.file("a?b")]).count == 2)
  }
}
