import Testing

@testable import Detection

@Suite struct MultinomialCountsTests {
  @Test func logOddsAgreeWithScikitLearn() throws {
    let vectors = try ReferenceVectors.load()
    // Buckets beyond the vocabulary change nothing.
    var counts = MultinomialCounts(featureCount: vectors.featureCount + 100)
    counts.add(vectors.rows)
    #expect(vectors.bayes.count == 3)
    for reference in vectors.bayes {
      let logOdds = counts.logOdds(alpha: reference.alpha)
      for (row, expected) in zip(vectors.held, reference.logOdds) {
        let sum = row.indices.reduce(counts.logPriorOdds) { $0 + Double(row[$1]) * logOdds[$1] }
        #expect((sum - expected).magnitude < 1e-9, "alpha \(reference.alpha)")
      }
    }
  }

  @Test func featuresWithoutACountSayNothing() {
    var rows = FeatureRows()
    rows.append([(0, 3)], isPositive: true)
    rows.append([(1, 1)], isPositive: false)
    var counts = MultinomialCounts(featureCount: 3)
    counts.add(rows)
    let logOdds = counts.logOdds(alpha: 1)
    #expect(logOdds[0] > 0 && logOdds[1] < 0 && logOdds[2] == 0)
    #expect(counts.logPriorOdds == 0)
  }
}
