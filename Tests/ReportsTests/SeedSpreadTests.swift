import Reports
import Testing

@Suite struct SeedSpreadTests {
  private func spread(_ values: [(UInt64, UInt64, Double)]) -> SeedSpread {
    SeedSpread(values.map { .init(corpus: $0.0, training: $0.1, value: $0.2) })
  }

  @Test func theWorkedExampleHolds() throws {
    let spread = spread([(1, 1, 0.6), (1, 2, 0.8), (2, 1, 0.9), (2, 2, 0.9)])
    #expect(abs(try #require(spread.mean) - 0.8) < 1e-12)
    #expect(abs(try #require(spread.betweenCorpora) - 0.141_421_356_237) < 1e-11)
    // Squares .01 + .01 + 0 + 0 over (2 − 1) + (2 − 1).
    #expect(abs(try #require(spread.betweenTrainings) - 0.1) < 1e-12)
    #expect(spread.minimum == 0.6 && spread.maximum == 0.9)
    #expect(spread.corpora == 2 && spread.trainings == 2)
  }

  @Test func everyCorpusCountsAlikeHoweverManyTrainingsItHas() {
    #expect(spread([(1, 1, 1), (2, 1, 0), (2, 2, 0), (2, 3, 0)]).mean == 0.5)
  }

  @Test func whatDrawsNothingHasNoSpreadBetweenTrainings() {
    // A third of each would not add up to the value again.
    let values = [0.1, 0.247_063_310_450_038_15].enumerated().flatMap { corpus, value in
      (1...3).map { (UInt64(corpus), UInt64($0), value) }
    }
    let spread = spread(values)
    #expect(spread.betweenTrainings == 0)
    #expect((spread.betweenCorpora ?? 0) > 0)
  }

  @Test func withNothingToCompareThereIsNoDeviation() {
    let one = spread([(1, 1, 0.3)])
    #expect(one.mean == 0.3 && one.betweenCorpora == nil && one.betweenTrainings == nil)
    let none = spread([(1, 1, .nan)])
    #expect(none.mean == nil && none.minimum == nil && none.corpora == 0)
    let corpora = spread([(1, 1, 0.3), (2, 1, 0.4)])
    #expect(corpora.betweenCorpora != nil && corpora.betweenTrainings == nil)
  }

  @Test func theOrderOfTheSamplesPlaysNoPart() {
    let values: [(UInt64, UInt64, Double)] = [
      (3, 1, 0.12), (1, 2, 0.71), (2, 1, 0.33), (1, 1, 0.5), (3, 2, 0.9),
    ]
    #expect(spread(values) == spread(values.reversed()))
  }
}
