import Chat
import Testing

@testable import Detection

@Suite struct SentinelExamplesTests {
  /// Two conversations, the first grooming; the given signs stand on its messages.
  private static func chunk(_ signs: [SignSet]) -> Chunk {
    var chunk = Chunk()
    for label in [Label.grooming, .benign] {
      for (number, signs) in signs.enumerated() {
        chunk.messages.append(
          author: 0, time: 0, style: .absent, text: "\(label.rawValue) talk \(number)".utf8,
          signs: signs)
      }
      var conversation = Conversation(id: label.rawValue)
      conversation.label = label
      conversation.authors = ["a"]
      chunk.close(conversation)
    }
    return chunk
  }

  @Test func positiveExamplesCarryASign() {
    let chunk = Self.chunk([[], [.giftOrReward], [], [.withheld], [.threat, .withheld]])
    let index = SentinelExamples(Examples([chunk]), seed: 1)
      .index(negativesPerPositive: 1, of: [chunk])
    #expect(index.positive.count == 2)
    #expect(
      Set(index.signs) == [UInt8(Sign.giftOrReward.index), UInt8(Sign.threat.index)])
    // Benign messages with a sign are examples of benign talk like all others.
    #expect(index.negative.count == 2)
    #expect(
      SentinelExamples(Examples([chunk]), seed: 1)
        .index(negativesPerPositive: 3, of: [chunk]).negative.count == 5)
  }

  @Test func withoutSignsAllGroomingMessagesAreExamples() {
    let chunk = Self.chunk([[], [], [.withheld]])
    let index = SentinelExamples(Examples([chunk]), seed: 1)
      .index(negativesPerPositive: 1, of: [chunk])
    #expect(index.positive.count == 3)
    #expect(index.signs == [255, 255, 255])
  }

  @Test(arguments: SentinelExamples.negativesPerPositive)
  func sizeIsBoundedAndMixed(mix: Int) {
    let chunk = ToyCorpus.chunk(seed: 1, count: 200)
    let examples = SentinelExamples(Examples([chunk]), seed: 5)
    let index = examples.index(negativesPerPositive: mix, of: [chunk])
    #expect(index.positive.count + index.negative.count == SentinelIndex.size)
    #expect(index.negative.count == mix * index.positive.count)
    let again = SentinelExamples(Examples([chunk]), seed: 5)
      .index(negativesPerPositive: mix, of: [chunk])
    #expect(again.positive.rows == index.positive.rows)
    let other = SentinelExamples(Examples([chunk]), seed: 6)
      .index(negativesPerPositive: mix, of: [chunk])
    #expect(other.positive.rows != index.positive.rows)
  }
}
