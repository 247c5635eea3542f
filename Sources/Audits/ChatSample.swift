import Chat

/// Benign and unlabelled conversations of a corpus, as realism compares them: at most 400, evenly
/// spaced in storage order.
struct ChatSample {
  static let maximumConversations = 400
  static let maximumWindows = 4

  let name: String
  private(set) var words: [Double] = []
  private(set) var runs: [Double] = []
  /// Minutes between messages of one conversation.
  private(set) var gaps: [Double] = []
  /// Hours of the day.
  private(set) var hours: [Double] = []
  private(set) var windows: [ChatWindow] = []

  /// Counts a corpus and cuts windows that do not overlap, at most four a conversation. O(bytes).
  init(_ corpus: AuditedCorpus) {
    name = corpus.name
    let all = corpus.places.filter { corpus[$0].label == .benign || corpus[$0].label == nil }
    let count = min(all.count, Self.maximumConversations)
    for number in 0..<count {
      let place = all[number * all.count / count]
      let (chunk, conversation) = (corpus.chunks[place.chunk], corpus[place])
      self.count(chunk.messages, conversation.messages)
      windows += ChatWindow.cut(
        chunk, conversation, unit: "\(name)/\(number)", stride: ChatWindow.length
      ).prefix(Self.maximumWindows)
    }
  }

  private mutating func count(_ columns: MessageColumns, _ range: Range<Int>) {
    var run = 0
    var previous: Int?
    for index in range {
      words.append(Double(columns.withText(index, WordText.wordCount)))
      if let previous, columns.author[index] != columns.author[previous] {
        runs.append(Double(run))
        run = 0
      }
      run += 1
      let style = columns.timeStyle[index]
      if style.kind != .absent {
        let day: Int64 = 86_400_000
        let time = columns.time[index] + 60_000 * Int64(style.offsetMinutes)
        hours.append(Double((time % day + day) % day) / 3_600_000)
        if let previous, columns.timeStyle[previous].kind != .absent {
          gaps.append(max(0, Double(columns.time[index] - columns.time[previous]) / 60_000))
        }
      }
      previous = index
    }
    if run > 0 { runs.append(Double(run)) }
  }
}
