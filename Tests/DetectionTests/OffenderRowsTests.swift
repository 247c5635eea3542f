import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct OffenderRowsTests {
  static func conversation(_ roles: [String?], label: Label = .grooming) -> Conversation {
    var conversation = Conversation(id: "c")
    conversation.label = label
    conversation.authors = roles.indices.map { "p\($0)" }
    conversation.participants = zip(conversation.authors, roles).map {
      Participant(id: $0, role: $1)
    }
    return conversation
  }

  @Test func theOnlyAdultAmongOthersIsTheOffender() {
    #expect(OffenderRows.offender(Self.conversation(["child", "adult"])) == 1)
    #expect(OffenderRows.offender(Self.conversation(["adult", "child", "child"])) == 0)
    #expect(OffenderRows.offender(Self.conversation(["adult", "child", "adult"])) == nil)
    #expect(OffenderRows.offender(Self.conversation(["child", "child"])) == nil)
    #expect(OffenderRows.offender(Self.conversation(["adult"])) == nil)
    #expect(OffenderRows.offender(Self.conversation([nil, nil])) == nil)
  }

  @Test func anAdultWhoDoesNotWriteIsNoOffender() {
    var conversation = Self.conversation(["child", "child"])
    conversation.participants.append(Participant(id: "silent", role: "adult"))
    #expect(OffenderRows.offender(conversation) == nil)
  }

  @Test func everyAuthorOfAGroomingConversationIsARow() {
    let hasher = FeatureHasher(bits: 10, words: 1)
    var chunk = Chunk()
    for label in [Label.grooming, .benign] {
      for (author, text) in [(0, "soil"), (1, "tulip soil"), (0, "soil fern")] {
        chunk.messages.append(author: author, time: 0, style: .absent, text: text.utf8)
      }
      chunk.close(Self.conversation(["adult", "child"], label: label))
    }
    let rows = OffenderRows(Examples([chunk]), hasher: hasher, checkpoint: {}).rows
    #expect(rows.isPositive == [true, false])
    #expect(rows.counts.prefix(2).sorted() == [1, 2])
    #expect(rows.starts == [0, 2, 4])
  }
}
