import Chat
import Detection
import Testing

@testable import Experiments

@Suite struct RaterTests {
  private func model() throws -> ModelFile {
    try Fixtures.withTinyCorpus {
      try ModelTraining.train("naive-bayes", policy: "threshold", corpus: "tiny", seed: 1, in: $0)
    }
  }

  @Test func ratingsKeepTheOrderAndNameTheirEvidence() throws {
    let chunk = Fixtures.chunk(300..<330, split: .test)
    let ratings = try Rater(try model()).rate(chunk, threads: 2)
    #expect(ratings.map(\.id) == chunk.conversations.map(\.id))
    for (rating, conversation) in zip(ratings, chunk.conversations) {
      #expect((rating.alertMessage != nil) == (conversation.label == .grooming))
      #expect((0...1).contains(rating.score))
      #expect(rating.rating == Int((rating.score * 10).rounded()))
      if let first = rating.evidence.first {
        #expect(first.message >= 4, "the words that differ begin with message 4")
      } else {
        #expect(rating.alertMessage == nil)
      }
    }
  }

  @Test func anUnseenLocaleAbstains() throws {
    var chunk = Fixtures.chunk(300..<301, split: .test)
    chunk.conversations[0].locale = "fi"
    let rating = try Rater(try model()).rate(chunk)[0]
    #expect(rating.abstains)
    #expect(rating.alertMessage == nil)
    #expect(rating.json.text.contains(#""abstain":true"#))
  }
}
