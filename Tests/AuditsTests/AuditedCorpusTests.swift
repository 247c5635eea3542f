import Chat
import Detection
import Testing

@testable import Audits

@Suite struct AuditedCorpusTests {
  @Test func messagesAreChosenWithAllTheyCarry() {
    let planted = PlantedCorpus(30)
    let corpus = planted.corpus()
    let reversed = corpus.examples(.test) { $1.reversed() }
    let drafts = planted.drafts.filter { $0.split == .test }
    #expect(reversed.items.map(\.isPositive) == drafts.map(\.isPositive))
    #expect(corpus.examples(.test).items.map(\.isPositive) == drafts.map(\.isPositive))
    let (chunk, draft) = (reversed.chunks[0], drafts[0])
    let first = chunk.conversations[0].messages.lowerBound
    let last = draft.messages[draft.messages.count - 1]
    #expect(chunk.messages.withText(first) { $0.count } == last.text.utf8.count)
    #expect(chunk.messages.signs[first] == last.signs)
    #expect(chunk.messages.author[first] == UInt32(last.author))
    #expect(
      corpus.examples(.test) { Array($1.prefix(3)) }.chunks[0].messages.count == 3 * drafts.count)
  }

  @Test func testsAreAllSplitsButTrainingAndValidation() {
    #expect(PlantedCorpus(30).corpus().testSplits == [.test])
    #expect(AuditedCorpus("empty", []).testSplits == [])
  }
}
