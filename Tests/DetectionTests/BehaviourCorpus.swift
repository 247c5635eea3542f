import Chat
import Detection
import Statistics

/// Chats whose classes differ in rhythm alone: in a positive one an author comes back at night and
/// writes several messages before an answer. The words are drawn without regard to the class.
enum BehaviourCorpus {
  private static let letters = "a b c d e f g h i j k l m n o p q r s t u v w x y z".split(
    separator: " ")

  /// - Parameter wording: changes the texts and nothing else; lengths stay.
  static func chunk(seed: UInt64, count: Int, wording: UInt64 = 0, strength: Int = 35) -> Chunk {
    var chunk = Chunk()
    for index in 0..<count {
      var random = CounterRandom(seed: seed, stream: UInt64(index))
      var letters = CounterRandom(seed: wording, stream: UInt64(index), purpose: 1)
      let isPositive = index % 2 == 0
      var conversation = Conversation(id: "c\(index)")
      conversation.label = isPositive ? .grooming : .benign
      conversation.authors = ["a", "b"]
      var time: Int64 = 1_925_424_000_000 + Int64(random.below(80_000_000))
      var author = random.below(2)
      for _ in 0..<(8 + random.below(40)) {
        let pushes = isPositive && random.below(100) < strength
        if random.below(10) == 0 { time += 86_400_000 / 2 }
        time += Int64(random.below(pushes ? 20_000 : 400_000))
        if !pushes { author = random.below(100) < 80 ? 1 - author : author }
        chunk.messages.append(
          author: author, time: time, style: .isoSecondsUTC,
          text: (0..<(1 + random.below(30))).flatMap { _ in
            Self.letters[letters.below(26)].utf8
          })
      }
      chunk.close(conversation)
    }
    return chunk
  }

  static func examples(seed: UInt64, count: Int, wording: UInt64 = 0) -> Examples {
    Examples([chunk(seed: seed, count: count, wording: wording)])
  }
}
