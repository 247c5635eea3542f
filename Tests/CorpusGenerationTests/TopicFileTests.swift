import Testing

@testable import CorpusGeneration

@Suite struct TopicFileTests {
  private func parse(_ text: String, lists: [String] = ["thing", "name"]) throws -> TopicFile {
    return try TopicFile(SourceFile(path: "x.topic", text: text), lists: lists)
  }

  @Test func reads_lists_of_every_pool() throws {
    let file = try parse(
      "pool train\nthing: the kite; a reel \npool shared\nthing: wind\nname: Ann; Ben\n")
    #expect(file.fillers[0][Pool.train.rawValue].map(\.text.count) == [8, 6])
    #expect(file.fillers[0][Pool.shared.rawValue].count == 1)
    #expect(file.fillers[1][Pool.shared.rawValue].map(\.line) == [5, 5])
  }

  @Test(arguments: [
    ("pool train\nthings: x\n", "2: unknown list 'things'; expected one of thing, name"),
    ("thing: x\n", "1: a list before any 'pool …' line"),
    ("pool train\nthing: x\nname: Ann\n", " list 'thing' has no filler in pool validation"),
    ("pool shared\nthing: The kite\nname: A\n", "2: a capital letter outside of a list of names"),
    ("pool shared\nthing: kite 7\n", "2: a digit or control character"),
    ("pool shared\nthing: a/b\n", "2: expected a filler of at most five plain words"),
  ]) func refuses(text: String, reason: String) {
    let found = failure { _ = try parse(text) }
    #expect(found?.contains("x.topic:" + reason) == true, "\(found ?? "nothing")")
  }

  @Test func most_fillers_of_a_topic_are_new_in_the_test() throws {
    let lists = TopicFile.topicLists
    let shared = "pool shared\n" + lists.map { "\($0): a; b; c" }.joined(separator: "\n")
    let found = failure { _ = try parse(shared, lists: lists) }
    #expect(found?.contains("at least three fifths of the fillers outside of shared") == true)
  }
}
