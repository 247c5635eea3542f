import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PerturbationApplyingTests {
  private typealias Line = NoisyTalk.Line

  @Test(arguments: Perturbation.Kind.allCases)
  func everyKindDoesSomethingAndTheSameAgain(_ kind: Perturbation.Kind) throws {
    let (chunk, pool) = try NoisyTalk.generated()
    let first = try NoisyTalk.noisy(chunk, kind, NoisyTalk.level(kind), pool: pool)
    let again = try NoisyTalk.noisy(chunk, kind, NoisyTalk.level(kind), pool: pool)
    #expect(first.counts.conversations == chunk.conversations.count)
    #expect(first.counts.changed > 0)
    #expect(first.counts == again.counts)
    for index in chunk.conversations.indices {
      #expect(first.chunk.dump(index) == again.chunk.dump(index))
      #expect(first.chunk.conversations[index].id == chunk.conversations[index].id)
    }
    #expect(first.counts.messagesBefore == chunk.messages.count)
    #expect(first.counts.messagesAfter == first.chunk.messages.count)
    guard kind != .letterCase, kind != .anonymise else { return }
    let other = try NoisyTalk.noisy(
      chunk, kind, NoisyTalk.level(kind), seed: 2, pool: NoisyTalk.pool(chunk, turns: 7, seed: 2))
    #expect(chunk.conversations.indices.contains { first.chunk.dump($0) != other.chunk.dump($0) })
  }

  /// Label, kind, stage, signs and cues are no argument of the noise; the gate alone reads roles.
  @Test(arguments: Perturbation.Kind.allCases)
  func whatIsTrueOfAMessageDoesNotDecideItsNoise(_ kind: Perturbation.Kind) throws {
    let (chunk, pool) = try NoisyTalk.generated()
    var blind = chunk
    for index in blind.conversations.indices {
      blind.conversations[index].label = nil
      blind.conversations[index].kind = nil
      blind.conversations[index].onset = nil
      blind.conversations[index].decidable = nil
    }
    for message in 0..<blind.messages.count {
      blind.messages.stage[message] = 255
      blind.messages.signs[message] = []
      blind.messages.cues[message] = []
    }
    let seen = try NoisyTalk.noisy(chunk, kind, NoisyTalk.level(kind), pool: pool).chunk
    let unseen = try NoisyTalk.noisy(blind, kind, NoisyTalk.level(kind), pool: pool).chunk
    #expect(seen.messages.text == unseen.messages.text)
    #expect(seen.messages.textEnd == unseen.messages.textEnd)
    #expect(seen.messages.author == unseen.messages.author)
    #expect(seen.messages.time == unseen.messages.time)
    #expect(seen.messages.session == unseen.messages.session)
  }

  @Test(arguments: Perturbation.Kind.allCases)
  func neighboursInTheChunkDoNotMatter(_ kind: Perturbation.Kind) throws {
    let (chunk, pool) = try NoisyTalk.generated()
    let whole = try NoisyTalk.noisy(chunk, kind, NoisyTalk.level(kind), pool: pool).chunk
    let noise = try #require(Perturbation(kind, level: NoisyTalk.level(kind)))
    var alone = Chunk()
    var counts = PerturbationCounts()
    noise.append(
      chunk, conversation: 21, gate: try ContentGate(locale: "en"), pool: pool, to: &alone,
      counts: &counts)
    #expect(alone.dump(0) == whole.dump(21))
  }

  @Test(arguments: Perturbation.Kind.allCases)
  func theTokenStaysAndTheOnsetPointsAtASign(_ kind: Perturbation.Kind) throws {
    let (chunk, pool) = try NoisyTalk.generated()
    let (noisy, _) = try NoisyTalk.noisy(chunk, kind, NoisyTalk.level(kind), pool: pool)
    var (tokens, onsets) = (0, 0)
    for message in 0..<noisy.messages.count {
      let text = noisy.text(message)
      let isWithheld = noisy.messages.signs[message].contains(.withheld)
      #expect(isWithheld == text.contains("withheld"))
      if isWithheld { tokens += 1 }
      #expect(!isWithheld || text == "[content-withheld]")
    }
    #expect(tokens > 0)
    for conversation in noisy.conversations {
      let critical = conversation.messages.filter {
        !noisy.messages.signs[$0].isEmpty && PerturbedTalk.isCritical(noisy.messages.stage[$0])
      }
      guard conversation.label == .grooming else {
        #expect(conversation.onset == nil)
        continue
      }
      onsets += 1
      let first = critical.first.map { $0 - conversation.messages.lowerBound + 1 }
      #expect(conversation.onset == first, "\(conversation.id)")
    }
    #expect(onsets > 5)
    let gate = try ContentGate(locale: "en")
    for index in noisy.conversations.indices {
      #expect(gate.hits(noisy, conversation: index) == gate.hits(chunk, conversation: index))
    }
  }

  @Test func aDrawThatTheGateRefusesIsDroppedAndCounted() throws {
    // Without its blank the word is one of an address.
    let lines = (0..<60).flatMap { _ in [Line(0, "see htt p now"), Line(1, "the bus was late")] }
    let chunk = NoisyTalk.chunk(lines)
    let (noisy, counts) = try NoisyTalk.noisy(chunk, .spacing, "1")
    #expect(counts.refusedDraws > 5)
    #expect(counts.restored == 0)
    #expect(noisy.texts().filter { $0 == "see htt p now" }.count == counts.refusedDraws)
    #expect(!noisy.texts().contains { $0.split(separator: " ").contains("http") })
    #expect(!noisy.texts().contains("the bus was late"))
    #expect(try ContentGate(locale: "en").hits(noisy, conversation: 0) == [])
  }

  @Test func dropsThatBringTheTokenNearAnImageRequestAreRefused() throws {
    let filler = (0..<5).map { Line($0 % 2, "the bus was late") }
    let lines =
      [Line(0, "send me a picture of your drawing", .approach, [.imageRequest])] + filler
      + [Line(0, "[content-withheld]", .boundaryShift, [.withheld])]
    var chunk = Chunk()
    for number in 0..<40 { NoisyTalk.add(lines, id: "c\(number)", to: &chunk) }
    let (noisy, counts) = try NoisyTalk.noisy(chunk, .drop, "0.5")
    #expect(counts.refusedDraws > 0)
    let gate = try ContentGate(locale: "en")
    for index in noisy.conversations.indices {
      #expect(gate.hits(noisy, conversation: index) == [])
    }
  }

  @Test func whatTheGateRefusedBeforeIsNoFaultOfTheNoise() throws {
    let chunk = NoisyTalk.chunk([Line(0, "see http now and then"), Line(1, "the bus was late")])
    let (noisy, counts) = try NoisyTalk.noisy(chunk, .letterCase, "upper")
    #expect(counts.refusedDraws == 0)
    #expect(noisy.texts() == ["SEE HTTP NOW AND THEN", "THE BUS WAS LATE"])
  }

  @Test func anEmptyConversationStaysSo() throws {
    var (chunk, pool) = try NoisyTalk.generated()
    chunk.close(Conversation(id: "empty"))
    for kind in Perturbation.Kind.allCases {
      let noisy = try NoisyTalk.noisy(chunk, kind, NoisyTalk.level(kind), pool: pool).chunk
      #expect(
        noisy.conversations.last
          == chunk.conversations.last.map {
            var copy = $0
            copy.messages = noisy.messages.count..<noisy.messages.count
            return copy
          })
    }
  }
}
