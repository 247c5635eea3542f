import Testing

@testable import CorpusFormats

@Suite struct VocabularyTests {
  @Test func membersOfTheContractInTheirOrder() {
    #expect(
      Vocabulary.ConversationMember.allCases.map(\.rawValue) == [
        "id", "label", "split", "group", "locale", "kind", "scenario", "pair", "families", "seed",
        "participants", "knownOffline", "onset", "decidable", "messages",
      ])
    #expect(
      Vocabulary.MessageMember.allCases.map(\.rawValue)
        == ["author", "time", "text", "session", "stage", "signs", "cues"])
    #expect(
      Vocabulary.ConversationMember.allCases.filter(\.isTruth)
        == [.label, .split, .kind, .onset, .decidable])
    for (index, member) in Vocabulary.ConversationMember.allCases.enumerated() {
      #expect(member.index == index)
    }
  }
}
