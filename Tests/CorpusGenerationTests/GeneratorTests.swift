import Chat
import Testing

@testable import CorpusGeneration

@Suite struct GeneratorTests {
  @Test func depends_on_recipe_seed_and_index_alone() throws {
    let miniature = try Miniature()
    let generator = try miniature.generator()
    let forward = try generator.chunk(0..<generator.count)
    let backward = try generator.chunk((0..<generator.count).reversed())
    let sameAgain = try miniature.generator().chunk(0..<generator.count)
    for index in 0..<generator.count {
      #expect(forward.dump(index) == backward.dump(generator.count - 1 - index))
      #expect(forward.dump(index) == sameAgain.dump(index))
    }
    let other = try miniature.generator(seed: 8).chunk([0])
    #expect(other.dump(0) != forward.dump(0))
  }

  @Test func shards_are_contiguous_and_cover_the_corpus() throws {
    let generator = try Miniature().generator()
    for total in [1, 2, 3, 7, 110, 200] {
      var next = 0
      for number in 1...total {
        let range = generator.shard(number, of: total)
        #expect(range.lowerBound == next)
        next = range.upperBound
      }
      #expect(next == generator.count)
    }
  }

  /// The bytes of a corpus are part of its contract: a change of this digest is a new corpus.
  @Test func writes_the_bytes_it_always_wrote() throws {
    let generator = try Miniature().generator()
    let chunk = try generator.chunk(0..<generator.count)
    var hash = SHA256()
    for index in 0..<generator.count { hash.update(chunk.dump(index).utf8) }
    #expect(
      SHA256.hex(hash.digest())
        == "f95f430e744762b4ae15a587210dc7f1cd2bae68106e3a8e5b526523ba6169a3")
  }

  @Test func names_what_the_commands_print() throws {
    let generator = try Miniature().generator(seed: 3, conversations: 50)
    #expect(generator.name == "miniature")
    #expect(generator.seed == 3)
    #expect(generator.locale == "en")
    #expect(generator.count == 55)
    #expect(generator.topics == ["kites", "maps"])
    #expect(generator.settings.contains("school-group"))
    #expect(generator.splitSizes.map(\.count) == [30, 10, 10, 5])
    #expect(generator.recipe.contains(#""seed":3,"conversations":50"#))
  }

  @Test func every_conversation_has_its_metadata() throws {
    let generator = try Miniature().generator(conversations: 200)
    let chunk = try generator.chunk(0..<generator.count)
    for (index, conversation) in chunk.conversations.enumerated() {
      #expect(conversation.id == "c" + String(String(1_000_001 + index).dropFirst()))
      #expect(conversation.locale == "en")
      #expect((conversation.kind == .grooming) == (conversation.label == .grooming))
      #expect((conversation.onset == nil) == (conversation.label == .benign))
      #expect((conversation.decidable == nil) == (conversation.label == .benign))
      #expect(conversation.messages.count >= 8)
      let ids = conversation.participants.map(\.id)
      #expect(Set(ids).count == ids.count)
      #expect(conversation.authors == Array(ids.prefix(conversation.authors.count)))
      #expect(conversation.participants.allSatisfy { $0.role == "adult" || $0.role == "child" })
      let pool = ["train": "train", "test-iid": "train"][conversation.split?.rawValue ?? ""]
      #expect(conversation.families == ["en/\(pool ?? conversation.split?.rawValue ?? "")"])
    }
  }

  @Test func words_come_from_the_pool_of_the_split() throws {
    let generator = try Miniature().generator(conversations: 60)
    let chunk = try generator.chunk(0..<generator.count)
    let marks: [Split: String] = [
      .train: "first", .testIID: "first", .validation: "second", .test: "third",
    ]
    for conversation in chunk.conversations {
      guard let split = conversation.split else { continue }
      let text = conversation.messages.map { chunk.text($0).lowercased() }.joined(separator: " ")
      for (other, mark) in marks where mark != marks[split] {
        #expect(
          !text.contains(" \(mark) "), "\(conversation.id) of \(split) holds words of \(other)")
      }
      #expect(text.contains(marks[split] ?? "?"))
    }
  }

  @Test func times_ascend_within_2031() throws {
    let generator = try Miniature().generator(conversations: 150)
    let chunk = try generator.chunk(0..<generator.count)
    for conversation in chunk.conversations {
      var last: Int64 = 1_924_992_000_000 - 1
      var session: UInt32 = 1
      for message in conversation.messages {
        #expect(chunk.messages.time[message] > last)
        #expect(chunk.messages.time[message] % 1000 == 0)
        #expect(chunk.messages.session[message] >= session)
        last = chunk.messages.time[message]
        session = chunk.messages.session[message]
      }
      #expect(last < 1_956_528_000_000)
    }
  }

  @Test func a_persona_group_shares_its_split_and_its_leading_adult() throws {
    let generator = try Miniature().generator(conversations: 200)
    let chunk = try generator.chunk(0..<generator.count)
    let groups = Dictionary(grouping: chunk.conversations) { $0.group ?? "" }
    #expect(groups.values.allSatisfy { $0.count <= 2 })
    #expect(groups.values.filter { $0.count == 2 }.count > 90)
    #expect(groups.values.allSatisfy { Set($0.map(\.split)).count == 1 })
  }

  @Test func length_and_first_author_say_nothing_about_the_class() throws {
    let generator = try Miniature().generator(conversations: 1000)
    let chunk = try generator.chunk(0..<generator.count)
    func mean(_ kind: ConversationKind, _ value: (Conversation) -> Double) -> Double {
      let some = chunk.conversations.filter { $0.kind == kind }
      return some.reduce(0) { $0 + value($1) } / Double(some.count)
    }
    // The share above the median of the length law; the standard error is .025 to .034.
    for kind in ConversationKind.allCases {
      let long = mean(kind) { $0.messages.count > 93 ? 1 : 0 }
      #expect(abs(long - 0.5) < 0.12, "\(kind): \(long)")
    }
  }
}
