import Chat
import Testing

@testable import Audits

@Suite struct ShapeStatisticTests {
  private func shape(_ messages: [(author: Int, minute: Int?, text: String)]) -> ConversationShape {
    var chunk = Chunk()
    for message in messages {
      chunk.messages.append(
        author: message.author, time: Int64(message.minute ?? 0) * 60_000,
        style: message.minute == nil ? .absent : .integer, text: message.text.utf8)
    }
    chunk.close(Conversation(id: "c"))
    return ConversationShape(chunk, chunk.conversations[0])
  }

  @Test func byHand() {
    let shape = shape([
      (0, 23 * 60, "Hello there"), (0, 23 * 60 + 1, "are you in?"), (1, 24 * 60 + 30, "yes."),
      (0, 36 * 60, "[content-withheld]"),
    ])
    let wanted: [ShapeStatistic: Double] = [
      .length: 4, .hour: 18, .night: 0.75, .run: 4 / 3.0, .share: 0.75, .questions: 0.25,
      .lowerCase: 2 / 3.0, .unpunctuated: 0.5, .placeholder: 0.25, .authors: 2, .words: 7 / 4.0,
    ]
    #expect(shape.values == wanted)
    #expect(shape.eighths == [0.25, 0, 0, 0, 0.25, 0, 0, 0.5])
  }

  @Test func whatIsNotThereHasNoValue() {
    #expect(shape([]).values == [.length: 0])
    let bare = shape([(0, nil, "")])
    #expect(bare.values[.hour] == nil && bare.values[.lowerCase] == nil)
    #expect(bare.values[.unpunctuated] == nil && bare.logGap == nil)
  }
}
