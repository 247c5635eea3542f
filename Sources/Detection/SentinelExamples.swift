import Chat
import Statistics

/// The messages that Sentinel's two indexes are made of, drawn from training conversations.
///
/// Positive: messages of grooming conversations that carry a warning sign; where the corpus marks no
/// sign, all messages of grooming conversations. Negative: messages of benign conversations, those
/// that carry the same signs in good faith among them.
struct SentinelExamples {
  /// How many negative examples there may be to one positive one.
  static let negativesPerPositive = [1, 4]
  /// How many messages document frequencies are counted on.
  private static let frequencySample = 20_000

  /// In the order of the draw.
  private let positive: [MessagePlace]
  private let negative: [MessagePlace]
  let embedding: TextEmbedding

  /// Draws from all of `training`; deterministic in its arguments.
  init(_ training: Examples, seed: UInt64) {
    var (marked, unmarked, benign): ([MessagePlace], [MessagePlace], [MessagePlace]) = ([], [], [])
    for item in training.items {
      let chunk = training.chunks[item.chunk]
      for message in chunk.conversations[item.conversation].messages {
        let place = MessagePlace(chunk: item.chunk, message: message)
        if !item.isPositive {
          benign.append(place)
        } else if Self.sign(chunk.messages.signs[message]) != nil {
          marked.append(place)
        } else {
          unmarked.append(place)
        }
      }
    }
    let sample = Self.draw(marked + unmarked + benign, Self.frequencySample, seed, 3)
    embedding = TextEmbedding(sample, of: training.chunks)
    positive = Self.draw(marked.isEmpty ? unmarked : marked, SentinelIndex.size, seed, 1)
    negative = Self.draw(benign, SentinelIndex.size, seed, 2)
  }

  /// The index with so many negative examples to a positive one; all sizes share their first
  /// examples.
  func index(negativesPerPositive: Int, of chunks: [Chunk]) -> SentinelIndex {
    let positives = positive.prefix(SentinelIndex.size / (1 + negativesPerPositive))
    let negatives = negative.prefix(
      min(
        SentinelIndex.size - positives.count, negativesPerPositive * positives.count))
    return SentinelIndex(
      embedding: embedding, positive: points(positives, chunks),
      negative: points(negatives, chunks),
      signs: positives.map { place in
        let sign = Self.sign(chunks[place.chunk].messages.signs[place.message])
        return sign.map { UInt8($0.index) } ?? SentinelIndex.unknownSign
      })
  }

  private func points(_ places: ArraySlice<MessagePlace>, _ chunks: [Chunk]) -> NeighbourIndex {
    var index = NeighbourIndex(width: TextEmbedding.dimensions / 8)
    for place in places {
      let point = chunks[place.chunk].messages.withText(place.message) { embedding.point($0) }
      index.append(point.span)
    }
    return index
  }

  /// The first sign that says something about the text itself.
  private static func sign(_ signs: SignSet) -> Sign? {
    signs.cases.first { $0 != .withheld }
  }

  private static func draw(
    _ places: [MessagePlace], _ count: Int, _ seed: UInt64, _ stream: UInt64
  ) -> [MessagePlace] {
    var random = CounterRandom(seed: seed, stream: stream, purpose: 0x7365_6E74)
    var places = places
    let count = min(count, places.count)
    for place in 0..<count {
      places.swapAt(place, place + random.below(places.count - place))
    }
    return Array(places.prefix(count))
  }
}
