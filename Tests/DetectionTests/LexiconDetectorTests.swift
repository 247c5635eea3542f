import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct LexiconDetectorTests {
  static func detector() -> LexiconDetector {
    LexiconDetector(
      lexicon: .english, calibration: Calibration(slope: 1, intercept: -2), parameters: [])
  }

  @Test func evidenceGrowsWithSignsAndIsBounded() {
    let detector = Self.detector()
    let once = ToyCorpus.chunk(texts: ["Please keep this secret."])
    let many = ToyCorpus.chunk(texts: Array(repeating: "please keep this secret", count: 50))
    let two = ToyCorpus.chunk(texts: ["please keep this secret", "delete this!"])
    let none = ToyCorpus.chunk(texts: ["a nice day", ""])
    #expect(detector.margin(none, conversation: 0) == 0)
    #expect(detector.margin(once, conversation: 0) == 1.8)
    #expect(detector.margin(many, conversation: 0) == LexiconDetector.categoryCap)
    #expect(detector.margin(two, conversation: 0) == 3.6)
    #expect(detector.scores(two, 0)[1] > detector.scores(two, 0)[0])
  }

  @Test func contributionsSumToTheEvidenceAndNameThePhrases() {
    let detector = Self.detector()
    let chunk = ToyCorpus.chunk(texts: [
      "hi", "Don't tell anyone, it is our secret", "our secret", "delete this and clear the chat",
    ])
    let evidence = detector.explain(chunk, conversation: 0, limit: .max)
    let sum = evidence.reduce(0) { $0 + $1.contribution }
    #expect((sum - detector.margin(chunk, conversation: 0)).magnitude < 1e-12)
    // The cap of a category leaves nothing for message 3.
    #expect(evidence.map(\.message) == [2, 4, 1, 3])
    #expect(evidence[0].terms == ["don't tell anyone", "our secret"])
    #expect(evidence[2].contribution == 0 && evidence[3].contribution == 0)
  }
}
