import Chat
import Testing

@testable import Audits

@Suite struct TokenPresenceTests {
  private func corpus(_ lines: [(Split, Bool, String)]) -> AuditedCorpus {
    var chunk = Chunk()
    for (number, line) in lines.enumerated() {
      chunk.messages.append(author: 0, time: 0, style: .absent, text: line.2.utf8)
      var conversation = Conversation(id: "c\(number)")
      conversation.split = line.0
      conversation.label = line.1 ? .grooming : .benign
      conversation.kind = line.1 ? .grooming : .ordinary
      chunk.close(conversation)
    }
    return AuditedCorpus("lines", [chunk])
  }

  @Test func theWordIsChosenOnTrainingAndMeasuredOnTest() throws {
    let corpus = corpus([
      (.train, true, "the Lantern is lit"), (.train, false, "the bus is late"),
      (.train, true, "a lantern"), (.train, false, "is it a bus"),
      (.test, true, "no such word"), (.test, false, "my lantern"), (.test, true, "lantern"),
    ])
    let presence = try #require(TokenPresence(corpus, against: .allBenign))
    // Equally good is that "bus" is absent; of equals the larger hash is taken.
    if presence.word == "“lantern”" {
      #expect(presence.scores == [0, 1, 1])
    } else {
      #expect(presence.word == "“bus”")
      #expect(presence.scores == [0, 0, 0])
    }
    #expect(presence.isPositive == [true, false, true])
  }

  @Test func anAbsenceCountsAsWell() throws {
    let corpus = corpus([
      (.train, true, "red"), (.train, false, "red bus"), (.train, true, "green"),
      (.train, false, "green bus"), (.test, true, "x"), (.test, false, "bus"),
    ])
    let presence = try #require(TokenPresence(corpus, against: .allBenign))
    #expect(presence.word == "“bus”")
    #expect(presence.scores == [0, -1])
  }

  @Test func aNumberIsNotTold() throws {
    let corpus = corpus([
      (.train, true, "call 5550123"), (.train, false, "call me"), (.train, true, "so 5550199"),
      (.train, false, "so what"), (.test, true, "1234567"), (.test, false, "12"),
    ])
    let presence = try #require(TokenPresence(corpus, against: .allBenign))
    #expect(presence.word == "a number of 7 digits")
    #expect(presence.scores == [1, 0])
  }

  @Test func bothClassesMustOccurInBothSplits() {
    #expect(
      TokenPresence(corpus([(.train, true, "a"), (.train, false, "b")]), against: .allBenign)
        == nil)
    let lines = corpus([
      (.train, true, "a"), (.train, false, "b"), (.test, true, "a"), (.test, false, "b"),
    ])
    #expect(TokenPresence(lines, against: .hardNegatives) == nil)
  }
}
