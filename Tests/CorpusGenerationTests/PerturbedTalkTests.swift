import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PerturbedTalkTests {
  private typealias Line = NoisyTalk.Line

  /// Signs at 2 (no critical stage), 4, 5 and 7; onset 4, decidable 5.
  private static let lines = [
    Line(0, "hello there", .contact), Line(0, "you play so well", .rapport, [.excessFlattery]),
    Line(1, "thank you", .rapport), Line(0, "are you alone", .riskCheck, [.supervisionProbe]),
    Line(0, "keep it between us", .isolation, [.secrecyRequest]), Line(1, "maybe", .isolation),
    Line(0, "we should meet", .approach, [.meetRequest]), Line(1, "i have to go", .exit),
  ]

  private func closed(
    keeping kept: [Int], onset: Int? = 4, decidable: Int? = 5, _ lines: [Line] = lines
  ) -> Conversation {
    let chunk = NoisyTalk.chunk(lines) { ($0.onset, $0.decidable) = (onset, decidable) }
    let original = PerturbedTalk(chunk, conversation: 0)
    var talk = original
    talk.turns = kept.map { original.turns[$0 - 1] }
    var result = Chunk()
    talk.close(in: &result, before: original)
    return result.conversations[0]
  }

  @Test func nothingChangesWhereNothingIsDone() {
    let chunk = NoisyTalk.chunk(Self.lines) { ($0.onset, $0.decidable) = (4, 5) }
    let talk = PerturbedTalk(chunk, conversation: 0)
    var result = Chunk()
    talk.close(in: &result, before: talk)
    #expect(result.dump(0) == chunk.dump(0))
  }

  @Test func theOnsetMovesWithItsMessage() {
    #expect(closed(keeping: [3, 4, 5, 7]).onset == 2)
    #expect(closed(keeping: [3, 4, 5, 7]).decidable == 3)
  }

  @Test func aDroppedOnsetGoesToTheNextSignInACriticalStage() {
    // 5 carries one; 6 stands in a critical stage without a sign.
    #expect(closed(keeping: [1, 2, 3, 5, 6, 7]).onset == 4)
    #expect(closed(keeping: [1, 2, 3, 6, 7]).onset == 5)
    #expect(closed(keeping: [1, 2, 3, 6, 7]).decidable == 5)
  }

  @Test func withoutAnySuchMessageThereIsNoOnsetAndTheLabelStays() {
    var conversation = closed(keeping: [1, 2, 3, 6, 8])
    #expect(conversation.onset == nil)
    #expect(conversation.decidable == nil)
    let chunk = NoisyTalk.chunk(Self.lines) { ($0.onset, $0.label) = (4, .grooming) }
    let original = PerturbedTalk(chunk, conversation: 0)
    var talk = original
    talk.turns.removeSubrange(3...)
    var result = Chunk()
    talk.close(in: &result, before: original)
    conversation = result.conversations[0]
    #expect(conversation.onset == nil)
    #expect(conversation.label == .grooming)
  }

  @Test func decidableIsNeverBeforeTheOnset() {
    // Decidable on a message that carries no sign stays there, the onset passes it.
    let conversation = closed(keeping: [1, 6, 7], onset: 4, decidable: 6)
    #expect(conversation.onset == 3)
    #expect(conversation.decidable == 3)
  }

  @Test func withoutTruthOfMessagesTheNextOneLeftTakesThePlace() {
    let plain = Self.lines.map { Line($0.author, $0.text) }
    #expect(closed(keeping: [1, 2, 6, 8], onset: 4, decidable: 5, plain).onset == 3)
    #expect(closed(keeping: [1, 2], onset: 4, decidable: 5, plain).onset == nil)
  }

  @Test func aNumberBeyondTheMessagesIsLeftAlone() {
    #expect(closed(keeping: [1, 2], onset: 99, decidable: nil).onset == 99)
  }

  @Test func authorsAreNumberedByTheirFirstMessage() {
    #expect(closed(keeping: [3, 4]).authors == ["ben", "anna"])
    #expect(closed(keeping: [3, 6]).authors == ["ben"])
    #expect(closed(keeping: []).authors == [])
  }

  @Test func theTokenIsFoundAnywhere() {
    for (text, found) in [
      ("[content-withheld]", true), ("so [content-withheld] it is", true),
      ("content-withheld", false),
      ("[content-withhel", false), ("", false),
    ] {
      #expect(PerturbedTalk.holdsToken(Array(text.utf8)) == found, "\(text)")
    }
  }
}
