import Chat

/// One conversation of 10,020 messages in which the same twenty stand at four positions, with other
/// talk between them.
struct LongConversation {
  /// Where the twenty messages begin, counted from 0.
  static let starts = [0, 100, 1_000, 10_000]
  /// What the positions are called.
  static let positions = [10, 100, 1_000, 10_000]
  /// How many messages are timed at each position.
  static let width = 20

  /// The messages.
  let messages: MessageColumns
  /// How many there are.
  var count: Int { messages.count }

  /// A conversation made of the messages of `chunks`, over and over.
  ///
  /// - Precondition: `chunks` hold a message.
  init(_ chunks: [Chunk]) {
    var columns = MessageColumns()
    let sources = chunks.flatMap { chunk in chunk.messages.textEnd.indices.map { (chunk, $0) } }
    precondition(!sources.isEmpty, "a long conversation needs messages")
    let total = (Self.starts.last ?? 0) + Self.width
    var fresh = Self.width
    for number in 0..<total {
      let timed = Self.starts.first { (0..<Self.width).contains(number - $0) }
      let place = timed.map { number - $0 } ?? fresh
      if timed == nil { fresh += 1 }
      let (chunk, index) = sources[place % sources.count]
      columns.append(
        author: number % 2, time: Int64(number) * 30_000, style: .integer,
        text: chunk.messages.text[chunk.messages.textRange(index)])
    }
    messages = columns
  }
}
