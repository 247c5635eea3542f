import Evaluation
import Plotting
import Testing

@testable import Reports

@Suite struct DrawingTests {
  @Test func everyFigureOfACorpusHasANameOfItsOwn() {
    let data = Invented.data("everyday")
    let drawings = Drawing.all(of: data.corpora[0], SiteMap(data))
    let names = drawings.map(\.plot.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("test-roc") && names.contains("test-iid-roc"))
    #expect(names.contains("precision-recall-lexicon"))
    #expect(!names.contains("reliability-lexicon"), "no details were read")
    #expect(!names.contains("test-reviewers"))
    #expect(drawings.allSatisfy { !$0.title.isEmpty && !$0.caption.isEmpty })
  }

  @Test func aCorpusWithoutRunsHasNone() {
    var data = Invented.data("everyday")
    data.corpora[0].tracks = []
    #expect(Drawing.all(of: data.corpora[0], SiteMap(data)).isEmpty)
  }
}
