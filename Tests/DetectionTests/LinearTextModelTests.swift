import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct LinearTextModelTests {
  /// A model on the reference's counts: bucket = feature, 2^10 buckets.
  static func model(_ vectors: ReferenceVectors, _ reference: ReferenceVectors.Linear)
    throws -> LinearTextModel
  {
    let hasher = FeatureHasher(bits: 10, words: 1)
    let problem = LinearProblem(
      vectors.rows, bucketCount: hasher.bucketCount, minimumDocuments: 1)
    let solution = try DualCoordinateDescentTests.solve(problem, reference, tolerance: 1e-12)
    return LinearTextModel(
      hasher: hasher, problem: problem, weights: solution.weights,
      calibration: Calibration(slope: 1, intercept: 0))
  }

  @Test func marginsOfHeldOutCountsAreScikitLearns() throws {
    let vectors = try ReferenceVectors.load()
    for reference in vectors.linear {
      let margins = try Self.model(vectors, reference).margins(vectors.heldRows)
      for (mine, theirs) in zip(margins, reference.margins) {
        #expect((mine - theirs).magnitude < 1e-4 * max(1, theirs.magnitude))
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func theRunningSumsAreTheMarginOfTheCounts(_ seed: UInt64) throws {
    let training = ToyCorpus.examples(seed: seed, count: 60)
    let hasher = FeatureHasher(bits: 12, words: 2)
    let rows = try FeatureRows(training, picks: Array(0..<60), hasher: hasher)
    let problem = LinearProblem(rows, bucketCount: hasher.bucketCount, minimumDocuments: 2)
    let solution = try DualCoordinateDescent(loss: .squaredHinge, c: 1, tolerance: 1e-4)
      .solve(problem, seed: seed)
    let model = LinearTextModel(
      hasher: hasher, problem: problem, weights: solution.weights,
      calibration: Calibration(slope: 1, intercept: 0))
    let held = ToyCorpus.examples(seed: seed + 50, count: 20)
    let direct = model.margins(try FeatureRows(held, picks: Array(0..<20), hasher: hasher))
    for (index, margin) in direct.enumerated() {
      let running = model.margin(held.chunks[0], conversation: index)
      #expect((running - margin).magnitude < 1e-12 * max(1, margin.magnitude), "seed \(seed)")
    }
  }

  @Test(arguments: ["logistic-regression", "linear-svm"], [UInt64(1), 2, 3])
  func contributionsSumToTheMargin(_ name: String, seed: UInt64) throws {
    let detector = try DetectorCatalogueTests.trained(name, seed: seed)
    let model = try #require(
      (detector as? LogisticRegression)?.model ?? (detector as? LinearSVM)?.model)
    let chunk = ToyCorpus.chunk(seed: seed + 9, count: 12)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      #expect(evidence.count == chunk.conversations[index].messages.count)
      let sum = evidence.reduce(0) { $0 + $1.contribution } + model.bias
      let margin = model.margin(chunk, conversation: index)
      #expect((sum - margin).magnitude < 1e-9, "seed \(seed)")
      #expect(
        detector.scores(chunk, index).last == model.calibration.probability(margin))
    }
  }

  @Test(arguments: ["logistic-regression", "linear-svm", "naive-bayes"])
  func evidenceNamesTheWordsThatCarriedIt(_ name: String) throws {
    let detector = try DetectorCatalogueTests.trained(name, seed: 2)
    let chunk = ToyCorpus.chunk(texts: [
      "so then the piano", "we went TULIP, and soil", "", "yes 😀 no",
    ])
    let evidence = detector.explain(chunk, conversation: 0, limit: 2)
    #expect(evidence.count == 2)
    #expect(evidence[0].message == 2)
    #expect(evidence[0].contribution > evidence[1].contribution)
    #expect(evidence[0].terms.contains("tulip") && evidence[0].terms.contains("soil"))
    #expect(evidence[0].terms.count <= EvidenceRanking.maximumTerms)
    let all = detector.explain(chunk, conversation: 0, limit: 100)
    #expect(all.map(\.message).sorted() == [1, 2, 3, 4])
    #expect(all.last?.message == 1 && all.last?.terms.contains("piano") == true)
    #expect(detector.explain(chunk, conversation: 0, limit: 0) == [])
  }

  @Test func aFrozenConversationStillGetsScores() throws {
    let detector = try DetectorCatalogueTests.trained("linear-svm", seed: 2)
    let scorer = detector.makeScorer()
    scorer.begin()
    for number in 0..<12_000 {
      let text = Array("tulip w\(number)x piano y\(number)z".utf8)
      let score = scorer.observe(author: 0, time: nil, text: text.span)
      #expect(score > 0 && score < 1)
    }
  }
}
