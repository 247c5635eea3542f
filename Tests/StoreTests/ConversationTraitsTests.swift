import Chat
import Store
import Testing

@Suite struct ConversationTraitsTests {
  @Test func localeAndNumberOfAuthorsAreReadOfOneSplit() throws {
    let workbench = try Workbench(path: ":memory:")
    var chunk = Chunk()
    for (id, split, locale, authors) in [
      ("c1", Split.test, "en", ["a", "b"]), ("c2", .test, nil, ["a", "b", "c"]),
      ("c3", .train, "de", ["a"]),
    ] as [(String, Split, String?, [String])] {
      var conversation = Conversation(id: id)
      (conversation.split, conversation.locale) = (split, locale)
      conversation.authors = authors
      chunk.messages.append(author: 0, time: 0, style: .absent, text: "hello".utf8)
      chunk.close(conversation)
    }
    let record = CorpusRecord(name: "c", contentSHA256: "", source: "jsonl")
    _ = try workbench.writeCorpus(record) { writer in
      try writer.append(chunk)
      return String(repeating: "0", count: 64)
    }
    #expect(
      try workbench.traits(corpus: "c", split: .test)
        == [
          "c1": ConversationTraits(locale: "en", authors: 2),
          "c2": ConversationTraits(authors: 3),
        ])
    #expect(throws: StoreError.self) { try workbench.traits(corpus: "x", split: .test) }
  }
}
