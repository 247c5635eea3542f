import Store
import Testing

@testable import Reports

@Suite struct ReportPageTests {
  private func page(_ data: ReportData) -> String { ReportPage(data: data, figures: []).rendered }

  @Test func aCorpusCannotBecomeMarkup() {
    let text = page(Invented.data("<script>alert(1)</script>"))
    #expect(!text.contains("<script>alert"))
    #expect(text.contains("<h2>&lt;script&gt;alert(1)&lt;/script&gt;</h2>"))
    #expect(text.count(of: "<script>") == 1, "the page's own")
    #expect(text.contains("Abacus &lt;1&gt;"))
  }

  @Test func whatThePageIsNotStandsAtItsTop() throws {
    let text = page(Invented.data("everyday"))
    let head = try #require(text.split(separator: "<h2>").first)
    #expect(head.contains("measures relative behaviour under controlled factors"))
    #expect(head.contains("does not estimate accuracy in the field"))
    #expect(head.contains("never a verdict"))
    #expect(head.contains("A false accusation harms too."))
    #expect(head.contains("synthetic"))
  }

  @Test func theFooterHasLicenceTermsAndHelplines() {
    let text = page(Invented.data("everyday"))
    for part in [
      "CC BY 4.0", "Apache-2.0", "not for content aimed at minors", "not to evade detection",
      "https://report.cybertip.org", "https://www.ceop.police.uk", "https://www.esafety.gov.au",
      "https://www.childline.org.uk", "Nightlight 0.1.0, 2031-01-02T00:00:00Z.",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func everyAnchorOfTheNavigationExistsOnce() {
    let text = page(Invented.data("a", "b"))
    for anchor in ["corpus-1", "corpus-2", "method", "reproduce"] {
      #expect(text.contains("href=\"#\(anchor)\""))
      #expect(text.count(of: " id=\"\(anchor)\"") == 1)
    }
  }

  @Test func aFigureStandsInItsTrackWithItsFiles() {
    let figure = ReportFigure(
      corpus: 0, split: "test", plot: .roc, svg: "<svg viewBox='0 0 1 1'><g id='a'/></svg>",
      files: [("svg", "figures/x/test-roc.svg"), ("tsv", "figures/x/test-roc.tsv")])
    let text = ReportPage(data: Invented.data("everyday"), figures: [figure]).rendered
    #expect(text.contains("<figure id=\"figure-1-test-roc\">"))
    #expect(text.contains("id='figure-1-test-roc-a'"))
    #expect(text.contains("<a href=\"figures/x/test-roc.tsv\">tsv</a>"))
    #expect(text.contains("logarithmic because"))
    #expect(text.count(of: "No run has what this figure shows.") == 9, "the others are missing")
  }

  @Test func tablesAreLinkedInEveryFormat() {
    let text = ReportPage(data: Invented.data("everyday"), figures: []) { index, split in
      "tables/\(index)/\(split)"
    }.rendered
    for file in ["test.md", "test.csv", "test.tex", "test.json", "test-iid.json"] {
      #expect(text.contains("href=\"tables/0/\(file)\""), "\(file)")
    }
  }

  @Test func aCorpusWithoutRunsSaysSo() {
    var data = Invented.data("everyday")
    data.corpora[0].tracks = []
    #expect(page(data).contains("No finished run on this corpus yet."))
  }
}

extension String {
  /// How often a text stands in another.
  func count(of part: String) -> Int { ranges(of: part).count }
}
