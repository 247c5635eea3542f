import Chat
import Statistics

/// A few messages in a row of one conversation, as features of a classifier.
struct ChatWindow: Sendable {
  /// How many messages a window has; shorter conversations give none.
  static let length = 10
  /// How many buckets character 4-grams are hashed to.
  static let buckets = 1 << 16

  /// The conversation it was cut from: what must never stand on both sides of a split.
  let unit: String
  /// Rates and means without words.
  let surface: [Double]
  /// Character 4-grams: ln(1 + n), of Euclidean length 1.
  let characters: [(index: Int, value: Double)]

  /// The windows of a conversation, one every `stride` messages; disjoint from ``length`` on.
  static func cut(
    _ chunk: Chunk, _ conversation: Conversation, unit: String, stride step: Int
  ) -> [ChatWindow] {
    let range = conversation.messages
    return stride(from: range.lowerBound, through: range.upperBound - length, by: step).map {
      var part = conversation
      part.messages = $0..<($0 + length)
      return ChatWindow(chunk, part, unit)
    }
  }

  private init(_ chunk: Chunk, _ conversation: Conversation, _ unit: String) {
    self.unit = unit
    let shape = ConversationShape(chunk, conversation)
    let statistics: [ShapeStatistic] = [
      .run, .share, .questions, .lowerCase, .unpunctuated, .authors, .words,
    ]
    var counts: [UInt32: Int] = [:]
    var (bytes, wide) = (0, 0)
    var text: [UInt8] = []
    for index in conversation.messages {
      for byte in chunk.messages.text[chunk.messages.textRange(index)] {
        text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        bytes += 1
        if byte >= 0x80 { wide += 1 }
      }
      text.append(0x0A)
    }
    var window: UInt64 = 0
    for (position, byte) in text.enumerated() {
      window = (window << 8 | UInt64(byte)) & 0xFFFF_FFFF
      guard position >= 3 else { continue }
      let bucket = CounterRandom.mix(window) % UInt64(Self.buckets)
      counts[UInt32(truncatingIfNeeded: bucket), default: 0] += 1
    }
    let count = Double(Self.length)
    surface =
      statistics.map { shape.values[$0] ?? 0 } + [Double(bytes) / count, Double(wide) / count]
    // Sorted, so that sums come out the same every time.
    let values = counts.sorted { $0.key < $1.key }.map {
      (index: Int($0.key), value: OracleFeatures.logOnePlus(Double($0.value)))
    }
    let norm = values.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    characters = norm > 0 ? values.map { ($0.index, $0.value / norm) } : values
  }
}
