import Chat
import Detection
import Statistics

/// Small neutral chats with roles: where the label is the positive one, the adult talks of gardening
/// and the other side of music; elsewhere both talk of anything.
enum RoleCorpus {
  static func chunk(seed: UInt64, count: Int) -> Chunk {
    var chunk = Chunk()
    for index in 0..<count {
      var random = CounterRandom(seed: seed, stream: UInt64(index), purpose: 1)
      let isPositive = index % 2 == 0
      var conversation = Conversation(id: "r\(index)")
      conversation.label = isPositive ? .grooming : .benign
      conversation.authors = ["a", "b"]
      // The adult is not always the one who writes first.
      let adult = random.below(2)
      conversation.participants = [
        Participant(id: "a", role: adult == 0 ? "adult" : "child"),
        Participant(id: "b", role: adult == 1 ? "adult" : "child"),
      ]
      for number in 0..<(4 + random.below(16)) {
        var words: [Substring] = []
        for _ in 0...random.below(8) {
          let own = isPositive ? number % 2 == adult : random.below(2) == 0
          let topic = own ? ToyCorpus.garden : ToyCorpus.music
          words.append(
            random.below(100) < (isPositive ? 35 : 8)
              ? topic[random.below(topic.count)]
              : ToyCorpus.filler[random.below(ToyCorpus.filler.count)])
        }
        chunk.messages.append(
          author: number % 2, time: 0, style: .absent, text: words.joined(separator: " ").utf8)
      }
      chunk.close(conversation)
    }
    return chunk
  }

  static func examples(seed: UInt64, count: Int) -> Examples {
    Examples([chunk(seed: seed, count: count)])
  }
}
