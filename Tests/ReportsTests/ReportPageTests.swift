import Store
import Testing

@testable import Reports

@Suite struct ReportPageTests {
  private func page(_ data: ReportData, _ place: SiteMap.Place = .overview) -> String {
    ReportPage(data: data, place: place).rendered
  }

  @Test func aCorpusCannotBecomeMarkup() {
    let data = Invented.data("<script>alert(1)</script>")
    for place in SiteMap(data).places {
      let text = page(data, place)
      #expect(!text.contains("<script>alert"))
      #expect(text.count(of: "<script>") == 1, "the page's own")
    }
    #expect(page(data).contains("<h2>&lt;script&gt;alert(1)&lt;/script&gt;</h2>"))
    #expect(page(data, .reproduction).contains("Abacus &lt;1&gt;"))
  }

  @Test func everyPageSaysWhatItIsNot() {
    let data = Invented.data("everyday")
    for place in SiteMap(data).places {
      let text = page(data, place)
      #expect(text.contains("measures relative behaviour under controlled factors"))
      #expect(text.contains("does not estimate accuracy in the field"))
      #expect(text.contains("never a verdict"))
      #expect(text.contains("A false accusation harms too."))
      #expect(text.contains("synthetic"))
    }
  }

  @Test func theFooterHasLicenceTermsAndHelplines() {
    let text = page(Invented.data("everyday"), .method)
    for part in [
      "CC BY 4.0", "Apache-2.0", "not for content aimed at minors", "not to evade detection",
      "https://report.cybertip.org", "https://www.ceop.police.uk", "https://www.esafety.gov.au",
      "https://www.childline.org.uk", "Nightlight 0.1.0, 2031-01-02T00:00:00Z.",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func everyPageHasOneHeadingOfTheFirstLevelAndATitle() {
    let data = Invented.data("everyday")
    for place in SiteMap(data).places {
      let text = page(data, place)
      #expect(text.count(of: "<h1>") == 1, "\(place)")
      #expect(!text.contains("<title></title>"))
    }
  }

  @Test func nothingLeavesThePageButHelplines() throws {
    let data = Invented.data("everyday")
    let pattern = /(?:src|href)="([a-z]+:[^"]*)"/
    for place in SiteMap(data).places {
      let outside = page(data, place).matches(of: pattern).map { String($0.output.1) }
      #expect(Set(outside).count == 5, "five helplines, nothing loaded")
      #expect(outside.allSatisfy { $0.hasPrefix("https://") })
    }
  }

  @Test func aFigureStandsOnItsPageWithItsFiles() {
    let figure = ReportFigure(
      corpus: 0, name: "test-roc", title: "Recall", caption: "How to read it.",
      svg: "<svg viewBox='0 0 1 1'><g id='a'/></svg>",
      files: [("svg", "figures/x/test-roc.svg"), ("tsv", "figures/x/test-roc.tsv")])
    let text = ReportPage(
      data: Invented.data("everyday"), figures: [figure], place: .topic(0, .leaderboard)
    ).rendered
    #expect(text.contains("<figure id=\"figure-1-test-roc\">"))
    #expect(text.contains("id='figure-1-test-roc-a'"))
    #expect(text.contains("<a href=\"../../figures/x/test-roc.tsv\">tsv</a>"))
    #expect(text.contains("How to read it."))
    #expect(text.count(of: "No run has what this figure shows.") == 5, "the others are missing")
  }

  @Test func tablesAreLinkedInEveryFormat() {
    let text = page(Invented.data("everyday"), .topic(0, .leaderboard))
    for file in ["test.md", "test.csv", "test.tex", "test.json", "test-iid.json"] {
      #expect(text.contains("href=\"../../tables/everyday/\(file)\""), "\(file)")
    }
  }
}

extension String {
  /// How often a text stands in another.
  func count(of part: String) -> Int { ranges(of: part).count }
}
