import Store
import Testing

@testable import Reports

@Suite struct GapTableTests {
  @Test func gapsAreIidMinusOodOfTheSameContestant() throws {
    let table = GapTable(Invented.corpus())
    #expect(table.rows.count == 18)
    let row = try #require(
      table.rows.first { $0.detector == "lexicon" && $0.policy == "threshold" })
    #expect(abs((row.f1.gap ?? 0) - 0.04) < 1e-12)
    #expect(abs((row.averagePrecision.gap ?? 0) - 0.04) < 1e-12)
    #expect(row.averagePrecision.ood == 0.2 + 0.78 * 0.35)
  }

  @Test func oneTrackHasNoGap() {
    #expect(GapTable(Invented.corpus(splits: ["test"])).rows.isEmpty)
    #expect(GapTable(Invented.corpus(splits: ["test-iid"])).rows.isEmpty)
  }

  @Test func whoRanOnOneTrackOnlyIsLeftOut() {
    var corpus = Invented.corpus()
    corpus.tracks[1].rows.removeAll { $0.run.detector == "lexicon" }
    #expect(!GapTable(corpus).rows.contains { $0.detector == "lexicon" })
  }

  @Test func aMissingValueIsAMissingGap() {
    #expect(GapTable.Pair(iid: 0.5, ood: nil).gap == nil)
    #expect(GapTable.Pair(iid: nil, ood: 0.5).gap == nil)
    #expect(GapTable.Pair(iid: 0.75, ood: 0.5).gap == 0.25)
  }
}
