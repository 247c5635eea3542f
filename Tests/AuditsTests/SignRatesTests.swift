import Chat
import Testing

@testable import Audits

@Suite struct SignRatesTests {
  private func corpus(_ conversations: [(positive: Bool, signs: [SignSet])]) -> AuditedCorpus {
    var chunk = Chunk()
    for (number, item) in conversations.enumerated() {
      for signs in item.signs {
        chunk.messages.append(author: 0, time: 0, style: .absent, text: "x".utf8, signs: signs)
      }
      var conversation = Conversation(id: "c\(number)")
      conversation.label = item.positive ? .grooming : .benign
      conversation.kind = item.positive ? .grooming : .hardNegative
      chunk.close(conversation)
    }
    return AuditedCorpus("signs", [chunk])
  }

  @Test func byHand() throws {
    let rates = try #require(
      SignRates(
        corpus([
          (true, [[.threat], [.threat], [], []]), (true, [[], []]),
          (false, [[.threat], []]), (false, [[.threat, .meetRequest], [], [], []]),
        ])))
    // Messages: 2 of 6 in hard negatives, 2 of 6 in grooming; conversations: 2 of 2, 1 of 2.
    #expect(rates.perMessage[.threat]?.value == 1)
    #expect(rates.perConversation[.threat]?.value == 2)
    #expect(rates.perMessage[.meetRequest] == nil)
  }

  @Test func withoutSignsOrKindsThereIsNoRate() {
    #expect(SignRates(corpus([(true, [[]]), (false, [[]])])) == nil)
    #expect(SignRates(corpus([(true, [[.threat]])])) == nil)
  }
}
