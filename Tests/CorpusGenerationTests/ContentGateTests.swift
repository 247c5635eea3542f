import Chat
import Testing

@testable import CorpusGeneration

@Suite struct ContentGateTests {
  private let gate: ContentGate

  init() throws { gate = try ContentGate(locale: "en") }

  /// One conversation between the given roles; a turn is (author, text, signs).
  private func hits(
    _ roles: [String?], _ turns: [(author: Int, text: String, signs: [Sign])]
  ) -> [ContentGate.Hit] {
    var chunk = Chunk()
    var conversation = Conversation(id: "c1")
    for (index, role) in roles.enumerated() {
      conversation.participants.append(Participant(id: "p\(index)", role: role))
      conversation.authors.append("p\(index)")
    }
    for turn in turns {
      var signs = SignSet(rawValue: 0)
      for sign in turn.signs { signs.insert(sign) }
      chunk.messages.append(
        author: turn.author, time: 0, style: .absent, text: turn.text.utf8, signs: signs)
    }
    chunk.close(conversation)
    return gate.hits(chunk, conversation: 0)
  }

  private func rules(_ roles: [String?], _ text: String) -> [String] {
    hits(roles, [(0, text, [])]).map(\.rule)
  }

  @Test func a_locale_without_lexicon_is_refused() {
    let reason = failure { _ = try ContentGate(locale: "xx") }
    #expect(reason == "locale xx: the content gate has no lexicon for it; expected en")
  }

  @Test func the_embedded_lexicon_is_whole() {
    #expect(gate.termCount > 1200)
    #expect(gate.lexicon.count == gate.termCount)
  }

  @Test(arguments: [
    "see you at practice later", "a pasty, chicken soup and a loin of pork with gravy",
    "the seaman took my pawn", "peacock, assassin, grapes, classic, button, basement, circumstance",
    "a rum raisin pot, sausages with chips", "the vixen and the weed killer",
  ]) func harmless_words_pass(text: String) {
    let refused = gate.refuses(Array(text.utf8).span)
    #expect(!refused)
  }

  // The rules of content, sentence by sentence.

  @Test(arguments: [
    ("i am twelve", "age under eighteen"), ("she turns nine, turning nine!", "age under eighteen"),
    ("he is five years old", "age under eighteen"), ("my sixteenth birthday", "age under eighteen"),
    ("we are ten now", "age under eighteen"), ("aged eight", "age under eighteen"),
    ("see you at 5", "figure"), ("app 2 is fun", "figure"),
    ("look at www dot thing", "link"), ("go to example.org now", "link"),
    ("https here", "link"), ("i am @someone there", "handle"),
    ("oh seven seven five three four", "number in words"),
    ("well [content-withheld]", "withheld token beside other text"),
  ]) func texts_that_no_conversation_may_hold(text: String, rule: String) {
    #expect(rules(["adult", "adult"], text) == [rule])
  }

  @Test(arguments: [
    "ten minutes, one of us, two years ago", "five of the cards... then soup",
    "wait... what? so, no. yes", "still in middle school", "meet on app-a at the club",
  ]) func texts_that_any_conversation_may_hold(text: String) {
    #expect(rules(["adult", "child"], text) == [])
  }

  @Test(arguments: [
    "will you be my valentine", "a first date", "in the bedroom", "a sleep over soon",
    "new skirt", "i'm wearing it", "take a bath", "in loooove", "so much skiiin",
  ]) func vocabulary_between_an_adult_and_a_minor(text: String) {
    #expect(rules(["adult", "child"], text) == ["vocabulary between an adult and a minor"])
    #expect(rules(["adult", "adult"], text) == [])
    #expect(rules([nil, nil], text) == [])
  }

  @Test func a_withheld_turn_by_a_minor_or_among_minors() {
    let turn = (author: 0, text: "[content-withheld]", signs: [Sign.withheld])
    #expect(hits(["adult", "child"], [turn]) == [])
    #expect(
      hits(["child", "adult"], [turn]).map(\.rule) == ["withheld by an author under eighteen"])
    #expect(
      hits(["child", "child"], [turn]).map(\.rule)
        == ["withheld among minors", "withheld by an author under eighteen"])
  }

  @Test(arguments: [1, 2, 3, 4]) func a_withheld_turn_near_an_image_request(distance: Int) {
    let withheld = (author: 0, text: "[content-withheld]", signs: [Sign.withheld])
    let image = (author: 0, text: "send a picture of the drawing", signs: [Sign.imageRequest])
    let between = [(author: Int, text: String, signs: [Sign])](
      repeating: (1, "ok", []), count: distance - 1)
    let expected = distance <= 3 ? ["withheld near an image request"] : []
    #expect(hits(["adult", "child"], [image] + between + [withheld]).map(\.rule) == expected)
    let before = hits(["adult", "child"], [withheld] + between + [image])
    #expect(before.map(\.rule) == expected)
    #expect(before.allSatisfy { $0.message == 1 })
  }

  @Test func an_image_request_among_minors() {
    let image = (author: 0, text: "send a picture", signs: [Sign.imageRequest])
    #expect(hits(["child", "child"], [image]).map(\.rule) == ["image request among minors"])
    #expect(hits(["adult", "child"], [image]) == [])
  }

  @Test func a_withheld_sign_stands_on_the_token_alone() {
    let turn = (author: 0, text: "fine", signs: [Sign.withheld])
    #expect(hits(["adult", "adult"], [turn]).map(\.rule) == ["withheld sign on other text"])
  }

  @Test func generated_conversations_pass() throws {
    let generator = try Miniature().generator(conversations: 150)
    let chunk = try generator.chunk(0..<generator.count)
    for index in chunk.conversations.indices {
      #expect(gate.hits(chunk, conversation: index) == [])
    }
  }
}
