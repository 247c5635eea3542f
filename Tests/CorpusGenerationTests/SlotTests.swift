import Testing

@testable import CorpusGeneration

@Suite struct SlotTests {
  @Test func numbers_mean_the_names_at_their_place() {
    #expect(Slot.names[Slot.name] == "name")
    #expect(Slot.names[Slot.friend] == "friend")
    #expect(Slot.names[Slot.quote] == "quote")
    #expect(Slot.topical == TopicFile.topicLists.count)
    #expect(Slot.names.prefix(Slot.topical).elementsEqual(TopicFile.topicLists))
    #expect(Set(Slot.names).count == Slot.names.count)
  }

  @Test func every_slot_but_the_quote_has_a_list() {
    #expect(Slot.listed == TopicFile.topicLists.count + TopicFile.commonLists.count)
    #expect(Slot.quote == Slot.listed)
  }
}
