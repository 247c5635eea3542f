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

  @Test func complementMarginsAgreeWithScikitLearn() throws {
    let vectors = try ReferenceVectors.load()
    var counts = MultinomialCounts(featureCount: vectors.featureCount + 100)
    counts.add(vectors.rows)
    #expect(vectors.complement.count == 10)
    for reference in vectors.complement {
      let odds = counts.complementOdds(alpha: reference.alpha, isNormalised: reference.norm)
      let largest = reference.margins.map(\.magnitude).max() ?? 0
      #expect(largest > 0)
      for (row, expected) in zip(vectors.held, reference.margins) {
        let sum = row.indices.reduce(0) { $0 + Double(row[$1]) * odds[$1] }
        // Normalised margins are small: the bound is relative.
        #expect(
          (sum - expected).magnitude < 1e-9 * min(1, largest),
          "alpha \(reference.alpha), norm \(reference.norm)")
      }
    }
  }

  @Test func normalisedWeightsOfAClassSumToOne() {
    var rows = FeatureRows()
    rows.append([(0, 3), (1, 1)], isPositive: true)
    rows.append([(1, 1), (2, 9)], isPositive: false)
    var counts = MultinomialCounts(featureCount: 5)
    counts.add(rows)
    let odds = counts.complementOdds(alpha: 1, isNormalised: true)
    #expect(odds.reduce(0, +).magnitude < 1e-15)
    #expect(odds[0] > 0 && odds[2] < 0 && odds[3] == 0)
    // One feature is no evidence, and no division by zero.
    var single = FeatureRows()
    single.append([(0, 1)], isPositive: true)
    single.append([(0, 1)], isPositive: false)
    var few = MultinomialCounts(featureCount: 2)
    few.add(single)
    #expect(few.complementOdds(alpha: 1, isNormalised: true) == [0, 0])
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
