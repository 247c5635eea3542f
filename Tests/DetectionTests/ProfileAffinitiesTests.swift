import Chat
import Foundation
import Testing
import TextFeatures

@testable import Detection

@Suite struct ProfileAffinitiesTests {
  static let hasher = FeatureHasher(bits: 10, words: 1)

  static func bucket(_ word: String) -> Int {
    var buckets: [UInt32] = []
    hasher.append(Array(word.utf8).span, to: &buckets)
    return Int(buckets[0])
  }

  /// One text of each class: two profiles.
  static let rows: ProfileRows = {
    var chunk = ToyCorpus.chunk(texts: ["soil soil tulip yes"])
    chunk.conversations[0].label = .grooming
    let benign = ToyCorpus.chunk(texts: ["soil piano piano piano"])
    return ProfileRows(
      Examples([chunk, benign]), picks: [0, 1], parts: 1, hasher: hasher, checkpoint: {})
  }()

  @Test func affinitiesAreTheFormulaOfThePaper() {
    let affinities = ProfileAffinities(Self.rows, bucketCount: 1024, minimumDocuments: 1)
    // Σ log₂(1 + tf/len) of each profile.
    let benign = (soil: log2(1.25), total: log2(1.25) + log2(1.75))
    let grooming = (soil: log2(1.5), total: log2(1.5) + 2 * log2(1.25))
    let shares = (benign.soil / benign.total, grooming.soil / grooming.total)
    let soil = affinities.affinities(Self.bucket("soil"))
    #expect((soil[0] - shares.0 / (shares.0 + shares.1)).magnitude < 1e-12)
    #expect((soil.reduce(0, +) - 1).magnitude < 1e-12)
    #expect(affinities.affinities(Self.bucket("tulip")) == [0, 1])
    #expect(affinities.affinities(Self.bucket("piano")) == [1, 0])
    #expect(affinities.affinities(Self.bucket("fern")) == [0, 0])
    #expect(affinities.known.count == 4)
  }

  @Test func aTextIsTheMeanOfItsKnownWords() {
    let affinities = ProfileAffinities(Self.rows, bucketCount: 1024, minimumDocuments: 1)
    let soil = affinities.affinities(Self.bucket("soil"))[0]
    let texts = Examples([ToyCorpus.chunk(texts: ["soil piano piano unseen"])])
    let row = FeatureRows(all: texts, hasher: Self.hasher, checkpoint: {})
    let vector = affinities.vector(row, 0)
    #expect((vector[0] - (soil + 2) / 3).magnitude < 1e-12)
    let unknown = Examples([ToyCorpus.chunk(texts: ["unseen"])])
    #expect(
      affinities.vector(FeatureRows(all: unknown, hasher: Self.hasher, checkpoint: {}), 0)
        == [0.5, 0.5])
  }

  @Test func rareWordsAndTextsLeftOutDoNotCount() {
    let frequent = ProfileAffinities(Self.rows, bucketCount: 1024, minimumDocuments: 2)
    #expect(frequent.known == [Self.bucket("soil")])
    #expect(frequent.affinities(Self.bucket("piano")) == [0, 0])
    let half = ProfileAffinities(
      Self.rows, bucketCount: 1024, minimumDocuments: 1, leftOut: { $0 == 1 })
    #expect(half.affinities(Self.bucket("soil")) == [0, 1])
    #expect(half.affinities(Self.bucket("piano")) == [0, 0])
  }
}
