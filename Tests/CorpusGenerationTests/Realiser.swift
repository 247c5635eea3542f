import Statistics

@testable import CorpusGeneration

/// Every text that a node can give, found by drawing until nothing new comes.
struct Realiser {
  let book: Phrasebook

  init(_ book: Phrasebook) { self.book = book }

  /// How often each text comes in so many draws.
  func counts(_ node: Int, pool: Pool, topic: Int? = nil, draws: Int) -> [String: Int] {
    var random = CounterRandom(seed: 1, stream: 2)
    var voice = Voice()
    voice.pool = pool.rawValue
    var counts: [String: Int] = [:]
    for _ in 0..<draws {
      voice.begin()
      voice.topic = topic ?? random.below(book.topics.count)
      book.render(node, &voice, &random)
      voice.trim()
      counts[String(decoding: voice.text.bytes[..<voice.text.count], as: UTF8.self), default: 0] +=
        1
    }
    return counts
  }

  func texts(_ node: Int, pool: Pool) -> Set<String> {
    Set(counts(node, pool: pool, draws: 500).keys)
  }
}
