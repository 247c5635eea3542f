import Chat
import Testing

@testable import Detection

@Suite struct SentinelTests {
  private static let index = SentinelIndexTests.index(
    ["soil and seeds", "rake the lawn", "compost the hedge"],
    ["play the violin", "choir tune", "piano melody"], signs: [5, 6, 255])

  private static let detector = Sentinel(
    index: index, calibration: Calibration(slope: 1, intercept: 0), parameters: [])

  private static func skewness(_ texts: [String]) -> Double {
    var state = Sentinel.State()
    state.begin()
    for text in texts { _ = state.observe(Array(text.utf8).span, index) }
    return state.skewness.value
  }

  private static func benign(_ count: Int) -> [String] {
    (0..<count).map { "play the violin \(String(repeating: "a", count: $0 + 1))" }
  }

  /// The whole of Sentinel, from vectors to the rating of a batch in which texts are said again.
  @Test func aBatchRatesAsInTheReference() throws {
    for (number, given) in try SentinelReference.load().cases.enumerated() {
      let positive = SentinelReference.index(given.positive)
      let negative = SentinelReference.index(given.negative)
      var known = TextSet()
      var running = RunningSkewness()
      var (plus, minus) = (Neighbours(), Neighbours())
      for text in given.texts where known.insert(Array("\(text)".utf8).span) {
        let query = SentinelReference.packed(given.queries[text])
        positive.search(query.span, limit: ContrastiveScore.neighbours, into: &plus)
        negative.search(query.span, limit: ContrastiveScore.neighbours, into: &minus)
        running.insert(
          ContrastiveScore.floored(
            ContrastiveScore.logRatio(
              positive: plus.similarities, negative: minus.similarities)))
      }
      let expected = try #require(given.aggregates["skewness"])
      #expect((running.value - expected).magnitude < 1e-9, "case \(number)")
    }
  }

  @Test func nothingIsSaidBelowTenTexts() {
    let risky = ["rake the lawn", "soil and seeds"]
    #expect(Self.skewness(risky + Self.benign(7)) == 0)
    #expect(Self.skewness(risky + Self.benign(8)) > 0.4)
  }

  @Test func defect6ATextSaidAgainCountsOnce() {
    let once = ["rake the lawn"] + Self.benign(11)
    let often = [String](repeating: "rake the lawn", count: 30) + Self.benign(11)
    #expect(Self.skewness(once) > 0)
    #expect(Self.skewness(often).bitPattern == Self.skewness(once).bitPattern)
    // So nine texts stay nine, however often they are said.
    let nine = ["rake the lawn"] + Self.benign(8)
    #expect(Self.skewness(nine + nine + nine) == 0)
  }

  @Test func scoresAreTheCalibratedSkewness() {
    let texts = Self.benign(5) + ["soil and seeds"] + Self.benign(9)
    let chunk = ToyCorpus.chunk(texts: texts)
    let scores = Self.detector.scores(chunk, 0)
    for count in 1...texts.count {
      #expect(
        scores[count - 1] == Elementary.logistic(Self.skewness(Array(texts.prefix(count)))))
    }
    #expect(scores[8] == 0.5)
  }

  @Test func explanationsNameTheSignAndNotTheTwin() throws {
    let chunk = ToyCorpus.chunk(
      texts: ["play the violin", "rake the lawn", "rake the lawn", "compost the hedge"])
    let evidence = Self.detector.explain(chunk, conversation: 0, limit: 4)
    let terms = Dictionary(uniqueKeysWithValues: evidence.map { ($0.message, $0.terms) })
    #expect(terms[2] == [Sign.allCases[6].rawValue])
    #expect(terms[4] == [])
    let contributions = Dictionary(
      uniqueKeysWithValues: evidence.map { ($0.message, $0.contribution) })
    #expect(contributions[1] == 0 && contributions[3] == 0)
    #expect(try #require(contributions[2]) > 0.1)
    #expect(Self.detector.explain(chunk, conversation: 0, limit: 2).count == 2)
  }
}
