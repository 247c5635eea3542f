import Chat
import Testing

@testable import Audits

@Suite struct ChatSampleTests {
  private func corpus(_ conversations: Int, messages: Int = 12, timed: Bool = true) -> AuditedCorpus
  {
    var chunk = Chunk()
    for number in 0..<conversations {
      var conversation = Conversation(id: "c\(number)")
      conversation.label = number % 4 == 0 ? .grooming : number % 4 == 1 ? nil : .benign
      conversation.authors = ["a", "b"]
      for message in 0..<messages {
        chunk.messages.append(
          author: message / 3 % 2, time: Int64(message) * 300_000,
          style: timed ? .integer : .absent, text: "three short words".utf8)
      }
      chunk.close(conversation)
    }
    return AuditedCorpus("small", [chunk])
  }

  @Test func benignAndUnlabelledConversationsAreCounted() {
    let sample = ChatSample(corpus(4))
    #expect(
      sample.words == [Double](repeating: 3, count: 36), "three of four, twelve messages each")
    #expect(sample.runs == [Double](repeating: 3, count: 12))
    #expect(sample.gaps == [Double](repeating: 5, count: 33), "eleven gaps of five minutes each")
    #expect(sample.hours.count == 36)
    #expect(sample.hours[1] == 1.0 / 12)
    #expect(sample.windows.count == 3)
  }

  @Test func withoutTimesThereAreNoGapsAndHours() {
    let sample = ChatSample(corpus(4, timed: false))
    #expect(sample.gaps.isEmpty && sample.hours.isEmpty && !sample.words.isEmpty)
  }

  @Test func aLargeCorpusGivesFourHundredConversationsOfAtMostFourWindows() {
    let sample = ChatSample(corpus(600, messages: 60))
    #expect(Set(sample.windows.map(\.unit)).count == 400)
    #expect(sample.windows.count == 1600)
    #expect(sample.words.count == 400 * 60)
  }

  @Test func noBenignConversationGivesAnEmptySample() {
    let sample = ChatSample(corpus(1))
    #expect(sample.words.isEmpty && sample.windows.isEmpty)
  }
}
