import Chat
import Detection
import Statistics

/// Neutral chats of three topics that follow one another: a positive conversation goes from the
/// garden over music to cooking, and its messages say so as stages; a benign one mixes the topics.
enum StageCorpus {
  private static let topics = [
    ToyCorpus.garden, ToyCorpus.music,
    "flour sugar oven butter whisk recipe dough pepper onion kettle".split(separator: " "),
  ]
  private static let stages: [Stage] = [.contact, .isolation, .approach]

  static func chunk(seed: UInt64, count: Int, hasStages: Bool = true) -> Chunk {
    var chunk = Chunk()
    for index in 0..<count {
      var random = CounterRandom(seed: seed, stream: UInt64(index))
      var conversation = Conversation(id: "c\(index)")
      conversation.label = index % 2 == 0 ? .grooming : .benign
      conversation.authors = ["a", "b"]
      let length = 6 + random.below(20)
      for number in 0..<length {
        let part = index % 2 == 0 ? min(2, number * 3 / length) : random.below(3)
        let words = (0...(1 + random.below(5))).map { _ in
          let topic = random.below(100) < 60 ? topics[part] : ToyCorpus.filler
          return topic[random.below(topic.count)]
        }
        chunk.messages.append(
          author: number % 2, time: 0, style: .absent, text: words.joined(separator: " ").utf8,
          stage: !hasStages ? nil : index % 2 == 0 ? stages[part] : .ordinary)
      }
      chunk.close(conversation)
    }
    return chunk
  }

  static func examples(seed: UInt64, count: Int, hasStages: Bool = true) -> Examples {
    Examples([chunk(seed: seed, count: count, hasStages: hasStages)])
  }
}
