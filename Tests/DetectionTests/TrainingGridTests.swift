import Testing
import TextFeatures

@testable import Detection

@Suite struct TrainingGridTests {
  @Test func smallSetsAreJudgedWholeAndLargeOnesUpToTheLimit() {
    let small = ToyCorpus.examples(seed: 1, count: 30)
    let large = ToyCorpus.examples(seed: 2, count: TrainingSample.gridLimit + 50)
    let hasher = FeatureHasher(bits: 10, words: 1)
    let (fitted, judged) = TrainingGrid(large, small, seed: 3).rows(hasher, checkpoint: {})
    #expect(fitted.count == TrainingSample.gridLimit)
    #expect(fitted.isPositive.count { $0 } == TrainingSample.gridLimit / 2)
    #expect(judged.count == 30 && judged.isPositive == small.items.map(\.isPositive))
  }
}
