import Testing

@testable import Evaluation

struct RetrievalCountsTests {
  @Test func theWinnerOfTheFirstProblem() {
    let counts = RetrievalCounts(relevant: 254, retrieved: 204, right: 200)
    #expect(isClose(counts.precision, 0.9804, tolerance: 5e-5))
    #expect(isClose(counts.recall, 0.7874, tolerance: 5e-5))
    #expect(isClose(counts.f(1), 0.8734, tolerance: 5e-5))
    #expect(isClose(counts.authorF, 0.9346, tolerance: 5e-5))
    #expect(isClose(counts.authorF, 1.25 * 200 / (0.25 * 254 + 204)))
  }

  @Test func namingEveryMessageDoesWellByTheSecondMeasure() {
    let counts = RetrievalCounts(relevant: 100, retrieved: 1000, right: 100)
    #expect(isClose(counts.precision, 0.1))
    #expect(isClose(counts.messageF, 1000.0 / 1900))
  }

  @Test func setsOfAuthorsAndOfMessagesAreCounted() {
    #expect(
      RetrievalCounts(relevant: ["a", "b", "c"], retrieved: ["b", "c", "d", "e"])
        == RetrievalCounts(relevant: 3, retrieved: 4, right: 2))
    let messages = (1...3).map { MessageName(conversation: "c", number: $0) }
    let other = MessageName(conversation: "d", number: 2)
    #expect(
      RetrievalCounts(relevant: Set(messages), retrieved: [messages[1], other])
        == RetrievalCounts(relevant: 3, retrieved: 2, right: 1))
  }

  @Test func nothingRetrievedIsFlaggedAndNothingRelevantHasNoValue() {
    let silent = RetrievalCounts(relevant: 5, retrieved: 0, right: 0)
    #expect(silent.precision == 0 && silent.isPrecisionUndefined && silent.authorF == 0)
    let empty = RetrievalCounts(relevant: 0, retrieved: 3, right: 0)
    #expect(empty.recall == nil && empty.messageF == nil && !empty.isPrecisionUndefined)
  }
}
