import Testing
import TextFeatures

@testable import Detection

@Suite struct RunningSumsTests {
  private let hasher = FeatureHasher(bits: 10, words: 1)

  private func bucket(_ word: String) -> UInt32 {
    var buckets: [UInt32] = []
    hasher.append(word.utf8.span, to: &buckets)
    return buckets[0]
  }

  private func sums(_ model: some RunningSumModel, _ texts: [String]) -> RunningSums {
    var (sums, scratch) = (RunningSums(), [UInt32]())
    for text in texts { model.add(text.utf8.span, to: &sums, scratch: &scratch) }
    #expect(scratch.isEmpty)
    return sums
  }

  @Test func theStateIsSixteenBytes() { #expect(MemoryLayout<RunningSums>.stride == 16) }

  @Test func repetitionsOfALinearModelCountInFull() {
    var table = [LinearTextModel.Cell](
      repeating: .init(weight: 0, square: 0), count: hasher.bucketCount)
    table[Int(bucket("soil"))] = .init(weight: 3, square: 4)
    table[Int(bucket("piano"))] = .init(weight: -1, square: 1)
    let model = LinearTextModel(
      hasher: hasher, table: table, bias: 0.5, calibration: Calibration(slope: 1, intercept: 0))
    // 2 · 3 − 1 over √(2 · 4 + 1); a word that was never seen counts for nothing.
    let sums = sums(model, ["soil piano", "soil wheel"])
    #expect(abs(model.margin(sums) - (5 / 3 + 0.5)) < 1e-12)
    #expect(model.margin(RunningSums()) == 0.5)
    #expect(!model.isExactFromSums)
  }

  @Test func aMeanOfWordsIsOverTheKnownAndTheNeutralOnes() {
    var values = [Double](repeating: 0, count: hasher.bucketCount)
    values[Int(bucket("soil"))] = 2
    let model = WordTable(
      hasher: hasher, reduction: .mean, neutralWords: 3, values: values, intercept: 1)
    #expect(model.margin(sums(model, ["soil wheel", "soil"])) == 1.8)
    #expect(model.margin(RunningSums()) == 1)
  }
}
