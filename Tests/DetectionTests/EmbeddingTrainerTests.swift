import Testing
import TextFeatures

@testable import Detection

@Suite struct EmbeddingTrainerTests {
  /// Two features that tell the classes apart, one that does not, and a rare one.
  static let rows: FeatureRows = {
    var rows = FeatureRows()
    for index in 0..<40 {
      rows.append([(index % 2 == 0 ? 1 : 2, 2), (3, 1)], isPositive: index % 2 == 0)
    }
    rows.append([(7, 1)], isPositive: true)
    rows.append([], isPositive: false)
    return rows
  }()

  @Test(arguments: [UInt64(1), 2, 3])
  func telltaleFeaturesGetTheSignOfTheirClass(_ seed: UInt64) {
    let values = EmbeddingTrainer(rate: 0.5, epochs: 50, minimumDocuments: 2)
      .train(Self.rows, bucketCount: 16, seed: seed, checkpoint: {})
    #expect(values.count == 16)
    #expect(values[1] > 1 && values[2] < -1, "seed \(seed)")
    #expect(values[3].magnitude < values[1] / 4, "seed \(seed)")
    // The rare one and those that never occur have no number.
    #expect(values[7] == 0 && values[0] == 0)
  }

  @Test func itIsDeterministicAndDependsOnTheSeed() {
    let trainer = EmbeddingTrainer(rate: 0.5, epochs: 3)
    let first = trainer.train(Self.rows, bucketCount: 16, seed: 1, checkpoint: {})
    #expect(first == trainer.train(Self.rows, bucketCount: 16, seed: 1, checkpoint: {}))
    #expect(first != trainer.train(Self.rows, bucketCount: 16, seed: 2, checkpoint: {}))
  }
}
