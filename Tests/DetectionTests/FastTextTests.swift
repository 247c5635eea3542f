import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct FastTextTests {
  /// Trained as the original was, on the same texts: dimension 16, rate .5, 25 epochs, words and
  /// pairs in 2^18 buckets, every feature kept.
  @Test(arguments: [UInt64(1), 2, 3])
  func theAccuracyIsWithinAPointOfTheOriginal(_ seed: UInt64) throws {
    let vectors = try FastTextVectors.load()
    let parameters = vectors.parameters
    #expect(parameters.dim == EmbeddingTrainer.dimension && parameters.minCount == 1)
    let hasher = FeatureHasher(bits: 18, words: parameters.wordNgrams)
    #expect(hasher.bucketCount == parameters.bucket)
    let examples = Examples([vectors.chunk])
    let all = examples.items.indices
    let rows = try FeatureRows(
      examples, picks: Array(all.prefix(vectors.train)), hasher: hasher)
    let table = WordTable(
      hasher: hasher, reduction: .mean,
      values: EmbeddingTrainer(rate: parameters.lr, epochs: parameters.epoch)
        .train(rows, bucketCount: hasher.bucketCount, seed: seed, checkpoint: {}),
      intercept: 0)
    let held = try FeatureRows(
      examples, picks: Array(all.dropFirst(vectors.train)), hasher: hasher)
    let right = zip(table.margins(held), held.isPositive).count { ($0 > 0) == $1 }
    let accuracy = Double(right) / Double(held.count)
    #expect(held.count == 1000 && vectors.accuracy > 0.7)
    #expect((accuracy - vectors.accuracy).magnitude <= 0.01, "seed \(seed): \(accuracy)")
  }

  @Test func theModelIsOneFloatForEveryFeature() throws {
    let detector = try #require(
      try DetectorCatalogueTests.trained("fasttext", seed: 1) as? FastText)
    let held = detector.model.values.count { $0 != 0 }
    #expect(held > 50)
    #expect(detector.modelBytes < 8 * held + 400)
    #expect(detector.parameters.contains(DetectorParameter("dimension", "16")))
  }
}
