import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PlannerClaimsTests {
  @Test func claims_are_bands_and_some_are_false() throws {
    let generator = try Miniature().generator(conversations: 600)
    let chunk = try generator.chunk(0..<generator.count)
    var (silent, right, wrong) = (0, 0, 0)
    var falseMinors: [Bool: (claims: Int, of: Int)] = [true: (0, 0), false: (0, 0)]
    for conversation in chunk.conversations {
      for participant in conversation.participants {
        guard let claim = participant.claimedAgeBand else {
          silent += 1
          continue
        }
        #expect(["10-12", "13-15", "16-17", "young-adult", "adult"].contains(claim))
        if claim == participant.ageBand { right += 1 } else { wrong += 1 }
        guard participant.role == "adult", conversation.participants.count == 2 else { continue }
        let isPositive = conversation.label == .grooming
        falseMinors[isPositive]?.of += 1
        if claim.hasPrefix("1") { falseMinors[isPositive]?.claims += 1 }
      }
    }
    let all = Double(silent + right + wrong)
    #expect((0.25...0.35).contains(Double(silent) / all))
    #expect(right > wrong && wrong > 0)
    let (lies, plays) = (try #require(falseMinors[true]), try #require(falseMinors[false]))
    #expect(Double(lies.claims) / Double(lies.of) > Double(plays.claims) / Double(plays.of))
  }
}
