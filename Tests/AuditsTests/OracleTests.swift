import Chat
import Detection
import Statistics
import Testing

@testable import Audits

@Suite struct OracleTests {
  /// Half are grooming: an adult's signs of two groups; in the others a cue explains each sign.
  static func chunk(_ count: Int, seed: UInt64) -> Chunk {
    var random = CounterRandom(seed: seed, stream: 9)
    var chunk = Chunk()
    for number in 0..<count {
      let isPositive = number % 2 == 0
      var conversation = Conversation(id: "c\(number)")
      conversation.label = isPositive ? .grooming : .benign
      conversation.authors = ["a", "b"]
      conversation.participants = [
        Participant(id: "a", role: "adult"), Participant(id: "b", role: "child"),
      ]
      for message in 0..<(40 + random.below(20)) {
        let sign: SignSet =
          message % 20 == 10 ? (message == 10 ? [.secrecyRequest] : [.meetRequest]) : []
        // The same cues stand in both classes; only their distance to a sign differs.
        let cue: CueSet = message % 20 == (isPositive ? 0 : 12) ? [.adultInLoop] : []
        chunk.messages.append(
          author: 0, time: 0, style: .absent, text: [], stage: .isolation, signs: sign, cues: cue)
      }
      chunk.close(conversation)
    }
    return chunk
  }

  @Test func whatTellsTheClassesApartIsTheDistanceOfTheCues() {
    let oracle = Oracle(training: Examples([Self.chunk(80, seed: 1)]))
    let test = Self.chunk(40, seed: 2)
    for (index, conversation) in test.conversations.enumerated() {
      let score = oracle.prefixScores(test, conversation: index).last ?? 0
      #expect((score > 0.5) == (conversation.label == .grooming), "\(conversation.id)")
    }
  }

  @Test func everyPrefixIsScoredAsIfItWereTheWhole() {
    let oracle = Oracle(training: Examples([Self.chunk(20, seed: 1)]))
    let chunk = Self.chunk(1, seed: 3)
    let scores = oracle.prefixScores(chunk, conversation: 0)
    for length in [1, 11, 13, 31, scores.count] {
      var cut = chunk
      let start = cut.conversations[0].messages.lowerBound
      cut.conversations[0].messages = start..<(start + length)
      #expect(oracle.prefixScores(cut, conversation: 0).last == scores[length - 1])
    }
  }

  @Test func itAppliesOnlyWhereActsAndRolesAreKnown() {
    #expect(Oracle.applies(to: Examples([Self.chunk(2, seed: 1)])))
    var bare = Self.chunk(2, seed: 1)
    for index in bare.conversations.indices { bare.conversations[index].participants = [] }
    #expect(!Oracle.applies(to: Examples([bare])))
  }
}
