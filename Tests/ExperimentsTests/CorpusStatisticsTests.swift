import Chat
import Testing

@testable import Experiments

@Suite struct CorpusStatisticsTests {
  @Test func theTinyCorpusIsCounted() throws {
    try Fixtures.withTinyCorpus { workbench in
      let statistics = try CorpusStatistics(workbench, corpus: "tiny")
      #expect(statistics.total.conversations == 120)
      #expect(statistics.total.messages == 960)
      #expect(statistics.total.medianLength == 8)
      #expect(
        statistics.parts.map(\.name) == [
          "train / grooming", "train / benign", "validation / grooming", "validation / benign",
          "test / grooming", "test / benign",
        ])
      #expect(statistics.parts.map(\.group.conversations) == [20, 40, 10, 20, 10, 20])
      #expect(statistics.kinds.isEmpty)
      let signs = statistics.total.signs[.secrecyRequest] ?? 0
      let words = 5 * signs + 7 * (960 - signs)
      #expect(statistics.total.wordsPerMessage == Double(words) / 960)
    }
  }
}
