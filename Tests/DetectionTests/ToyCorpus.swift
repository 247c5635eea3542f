import Chat
import Detection
import Statistics

/// Small neutral chats of two topics, made from a seed: the classes differ in how often words of
/// gardening and of music occur, and one topic is the "positive" one.
enum ToyCorpus {
  static let garden = "soil seeds rake lawn tulip hedge compost watering spade fern".split(
    separator: " ")
  static let music = "guitar chord drum tune record melody piano choir rhythm violin".split(
    separator: " ")
  static let filler = "the a you we i it so then maybe really today went saw nice ok yes no".split(
    separator: " ")

  static func chunk(seed: UInt64, count: Int, messages: ClosedRange<Int> = 3...20) -> Chunk {
    var chunk = Chunk()
    for index in 0..<count {
      var random = CounterRandom(seed: seed, stream: UInt64(index))
      let isPositive = index % 2 == 0
      var conversation = Conversation(id: "c\(index)")
      conversation.label = isPositive ? .grooming : .benign
      conversation.authors = ["a", "b"]
      let length = messages.lowerBound + random.below(messages.count)
      var time: Int64 = 1_900_000_000_000 + Int64(random.below(86_400_000))
      for number in 0..<length {
        var words: [Substring] = []
        for _ in 0...random.below(9) {
          let draw = random.below(100)
          let topic = (random.below(100) < 75) == isPositive ? garden : music
          words.append(
            draw < 20 ? topic[random.below(topic.count)] : filler[random.below(filler.count)])
        }
        time += Int64(random.below(600_000))
        chunk.messages.append(
          author: number % 2, time: time, style: .isoSecondsUTC,
          text: words.joined(separator: " ").utf8)
      }
      chunk.close(conversation)
    }
    return chunk
  }

  /// One conversation with the given texts.
  static func chunk(texts: [String]) -> Chunk {
    var chunk = Chunk()
    var conversation = Conversation(id: "given")
    conversation.authors = ["a"]
    for text in texts {
      chunk.messages.append(author: 0, time: 0, style: .absent, text: text.utf8)
    }
    conversation.label = .benign
    chunk.close(conversation)
    return chunk
  }

  static func examples(seed: UInt64, count: Int) -> Examples {
    Examples([chunk(seed: seed, count: count)])
  }
}

extension Detector {
  /// The score after each message of a conversation, by a scorer of its own or by `scorer`.
  func scores(_ chunk: Chunk, _ conversation: Int, scorer given: (any Scorer)? = nil) -> [Double] {
    let scorer = given ?? makeScorer()
    scorer.begin()
    let columns = chunk.messages
    return chunk.conversations[conversation].messages.map { message in
      scorer.observe(
        author: Int(columns.author[message]),
        time: columns.timeStyle[message].kind == .absent ? nil : columns.time[message],
        text: columns.text.span.extracting(columns.textRange(message)))
    }
  }
}
