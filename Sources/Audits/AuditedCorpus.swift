public import Chat
import Detection

/// A corpus in memory, as the audits read it: all conversations in storage order.
///
/// Its text stays in memory as a whole: about 60 bytes a message beside it.
public struct AuditedCorpus: Sendable {
  /// One conversation: where it stands.
  struct Place: Sendable {
    var chunk: Int
    var conversation: Int
  }

  /// The name in tables.
  public let name: String
  /// The conversations.
  public let chunks: [Chunk]
  let places: [Place]

  /// A corpus of these chunks. O(conversations).
  public init(_ name: String, _ chunks: [Chunk]) {
    (self.name, self.chunks) = (name, chunks)
    places = chunks.indices.flatMap { chunk in
      chunks[chunk].conversations.indices.map { Place(chunk: chunk, conversation: $0) }
    }
  }

  subscript(_ place: Place) -> Conversation {
    chunks[place.chunk].conversations[place.conversation]
  }

  /// Calls `body` with the text of every message of a conversation, in order.
  func forEachText(_ place: Place, _ body: (Span<UInt8>) -> Void) {
    let columns = chunks[place.chunk].messages
    for index in self[place].messages { columns.withText(index, body) }
  }

  /// The labelled conversations of a split. O(conversations), copies no text.
  func examples(_ split: Split) -> Examples {
    var examples = Examples(chunks)
    examples.items.removeAll {
      chunks[$0.chunk].conversations[$0.conversation].split != split
    }
    return examples
  }

  /// The labelled conversations of a split with the messages that `select` picks from their range, in
  /// its order. O(bytes).
  func examples(_ split: Split, select: (Int, Range<Int>) -> [Int]) -> Examples {
    var chunk = Chunk()
    for (number, place) in places.enumerated() where self[place].split == split {
      chunk.append(
        self[place], from: chunks[place.chunk], messages: select(number, self[place].messages))
    }
    return Examples([chunk])
  }

  /// The splits that tests stand in and that the corpus has, in the order of `Split.allCases`.
  var testSplits: [Split] {
    let present = Set(places.map { self[$0].split })
    return Split.allCases.filter {
      $0 != .train && $0 != .validation && present.contains($0)
    }
  }
}

extension Chunk {
  /// Adds a conversation of another chunk with these of its messages. O(bytes).
  mutating func append(_ conversation: Conversation, from source: Chunk, messages: [Int]) {
    let columns = source.messages
    for index in messages {
      let stage = Int(columns.stage[index])
      self.messages.append(
        author: Int(columns.author[index]), time: columns.time[index],
        style: columns.timeStyle[index], text: columns.text[columns.textRange(index)],
        session: Int(columns.session[index]),
        stage: stage < Stage.allCases.count ? Stage.allCases[stage] : nil,
        signs: columns.signs[index], cues: columns.cues[index])
    }
    var copy = conversation
    copy.messageExtras = [:]
    close(copy)
  }
}

extension Examples {
  /// Whether both classes occur.
  var hasBothClasses: Bool {
    items.contains(where: \.isPositive) && items.contains { !$0.isPositive }
  }
}
