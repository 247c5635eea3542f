import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct StageHMMBytesTests {
  private static func model(
    stages: Int = 2, initial: [Double] = [0.5, 0.5], benign: Int = 1
  ) -> StageHMM {
    let chain = HiddenMarkovModel(
      initial: initial, transition: [Double](repeating: 0.5, count: initial.count * initial.count))
    let other = HiddenMarkovModel(
      initial: [Double](repeating: 0.1, count: benign),
      transition: [Double](repeating: 0.1, count: benign * benign))
    let hasher = FeatureHasher(bits: 10, words: 1)
    let states = initial.count + benign
    var table = [Float](repeating: 0, count: hasher.bucketCount * states)
    for state in 0..<states { table[7 * states + state] = -1 - Float(state) }
    return StageHMM(
      stages: Array([.rapport, .control, .exit].prefix(stages)),
      emissions: StageEmissions(
        hasher: hasher, states: states, tempering: 0.5, logProbabilities: table),
      grooming: chain, benign: other, logPriorOdds: -1,
      calibration: Calibration(slope: 1, intercept: 0), parameters: [])
  }

  @Test func everythingComesBack() throws {
    let model = Self.model()
    let again = try StageHMM.decode(model.encoded())
    #expect(again.stages == model.stages)
    #expect(again.grooming == model.grooming && again.benign == model.benign)
    #expect(again.emissions.logProbabilities == model.emissions.logProbabilities)
    #expect(again.emissions.tempering == 0.5 && again.logPriorOdds == -1)
  }

  @Test func chainsThatDoNotFitAreRefused() {
    for model in [
      Self.model(stages: 3), Self.model(stages: 1), Self.model(initial: [0.5, 1.5]),
      Self.model(initial: [0.5, -0.5]), Self.model(benign: 17),
    ] {
      #expect(throws: DetectionError.self) { try StageHMM.decode(model.encoded()) }
    }
  }
}
