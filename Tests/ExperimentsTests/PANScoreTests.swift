import CorpusFormats
import Evaluation
import Testing

@testable import Experiments

@Suite struct PANScoreTests {
  @Test func theWinnerOf2012IsReproducedFromItsCounts() throws {
    // 254 predators, 204 named, 200 right: Villatoro-Tello et al. 2012.
    let f = try #require(RetrievalCounts(relevant: 254, retrieved: 204, right: 200).authorF)
    #expect(abs(f - 0.9346) < 5e-5)
    #expect(PANScore.published.first?.f == 0.9346)
  }

  @Test func problemOneCountsAuthorsAndTwoMessages() throws {
    let answers = try PANAnswersTests.answers()
    let authors = PANScore(answers, truth: .authors(["leader100", "leader104"]))
    #expect(authors.problem == 1)
    #expect(authors.counts == RetrievalCounts(relevant: 2, retrieved: 2, right: 1))
    #expect(authors.text.contains("F0.5 0.5000  P 0.5000  R 0.5000  named 2  right 1  to find 2"))
    #expect(authors.text.contains("as published in 2012, other data, not comparable"))
    #expect(authors.text.contains("0.9346  Villatoro-Tello"))
    let lines = PANScore(answers, truth: .lines(["c100": [1, 2, 3, 5]]))
    #expect(lines.problem == 2)
    #expect(lines.counts == RetrievalCounts(relevant: 4, retrieved: 10, right: 3))
    #expect(lines.json.text.hasPrefix(#"{"problem":2,"unit":"message","measure":"f3","f":0.65"#))
  }

  @Test func nothingNamedIsSaid() throws {
    let none = PANScore(
      try PANAnswersTests.answers(conversations: 0..<0), truth: .authors(["ann"]))
    #expect(none.text.contains("F0.5 0.0000  P 0.0000 (undefined)  R 0.0000  named 0"))
  }
}
