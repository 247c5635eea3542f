import Testing

@testable import Audits

@Suite struct WordTextTests {
  private func normalised(_ text: String) -> (words: Int, text: String) {
    var bytes: [UInt8] = []
    let words = WordText.normalise(Array(text.utf8).span, into: &bytes)
    return (words, String(decoding: bytes, as: UTF8.self))
  }

  @Test func normalisationKeepsWordsOnly() {
    #expect(normalised("  Don't  STOP, now! ") == (3, "dont stop now"))
    #expect(normalised("é1-b") == (2, "é1 b"))
    #expect(normalised("...") == (0, ""))
  }

  @Test func marksAreSeen() {
    func span<T>(_ text: String, _ body: (Span<UInt8>) -> T) -> T { body(Array(text.utf8).span) }
    #expect(span(" a  b\n") { WordText.wordCount($0) } == 2)
    #expect(span(" hello") { WordText.startsLowerCase($0) } == true)
    #expect(span("Hello") { WordText.startsLowerCase($0) } == false)
    #expect(span("7 of us") { WordText.startsLowerCase($0) } == nil)
    #expect(span("") { WordText.startsLowerCase($0) } == nil)
    #expect(span("yes! ") { WordText.endsInPunctuation($0) })
    #expect(!span("yes") { WordText.endsInPunctuation($0) })
    #expect(span("so? yes") { WordText.holdsQuestion($0) })
    #expect(span("x [content-withheld] y") { WordText.contains($0, ConversationShape.placeholder) })
    #expect(!span("[content") { WordText.contains($0, ConversationShape.placeholder) })
  }
}
