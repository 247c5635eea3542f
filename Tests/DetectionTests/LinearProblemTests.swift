import Testing

@testable import Detection

@Suite struct LinearProblemTests {
  @Test func rowsAreScikitLearnsTfidf() throws {
    let vectors = try ReferenceVectors.load()
    let problem = LinearProblem(
      vectors.rows, bucketCount: vectors.featureCount, minimumDocuments: 1)
    #expect(problem.rowCount == vectors.counts.count)
    for row in 0..<problem.rowCount {
      var dense = [Double](repeating: 0, count: vectors.featureCount)
      var bias = 0.0
      for entry in problem.starts[row]..<problem.starts[row + 1] {
        let feature = Int(problem.features[entry])
        if feature == problem.featureCount {
          bias = Double(problem.values[entry])
        } else {
          dense[Int(problem.bucketOfFeature[feature])] = Double(problem.values[entry])
        }
      }
      #expect(bias == 1)
      for (mine, theirs) in zip(dense, vectors.tfidf[row]) {
        #expect((mine - theirs).magnitude < 1e-7)
      }
    }
  }

  @Test func featuresAreNumberedByFallingDocumentFrequencyAndRareOnesLeftOut() {
    var rows = FeatureRows()
    rows.append([(3, 1), (5, 2), (9, 1)], isPositive: true)
    rows.append([(5, 1), (9, 1)], isPositive: false)
    rows.append([(9, 4)], isPositive: false)
    let all = LinearProblem(rows, bucketCount: 16, minimumDocuments: 1)
    #expect(all.bucketOfFeature == [9, 5, 3])
    #expect(all.signs == [1, -1, -1])
    let frequent = LinearProblem(rows, bucketCount: 16, minimumDocuments: 2)
    #expect(frequent.bucketOfFeature == [9, 5])
    let none = LinearProblem(rows, bucketCount: 16, minimumDocuments: 4)
    #expect(none.featureCount == 0 && none.features == [0, 0, 0])
  }

  @Test func linearRepetitionsAreDividedByTheLengthOfSingleOnes() {
    var rows = FeatureRows()
    rows.append([(3, 4), (5, 1)], isPositive: true)
    rows.append([(5, 2)], isPositive: false)
    let problem = LinearProblem(rows, bucketCount: 8, minimumDocuments: 1, repetition: .linear)
    #expect(problem.bucketOfFeature == [5, 3])
    let idf = problem.inverseDocumentFrequency
    let length = (4 * idf[1] * idf[1] + idf[0] * idf[0]).squareRoot()
    let expected = [4 * idf[1] / length, idf[0] / length, 1, 2.0.squareRoot(), 1]
    #expect(problem.values.count == expected.count)
    for (mine, value) in zip(problem.values, expected) {
      #expect((Double(mine) - value).magnitude < 1e-6)
    }
  }
}
