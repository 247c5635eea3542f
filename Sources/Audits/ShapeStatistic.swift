import Chat
import Glibc

/// A single statistic of a conversation that must not tell its class.
enum ShapeStatistic: String, CaseIterable {
  case length
  case hour
  case night = "share at night"
  case run = "run length"
  case share = "share of the initiator"
  case questions = "question rate"
  case lowerCase = "lower-case starts"
  case unpunctuated = "no final punctuation"
  case placeholder = "placeholder"
  case authors = "author count"
  case words = "mean words"
}

/// What is counted over the messages of one conversation, without their meaning.
struct ConversationShape {
  /// By ``ShapeStatistic``; nil where the conversation does not say.
  private(set) var values: [ShapeStatistic: Double] = [:]
  /// The share of messages in each eighth of the day; empty without times.
  private(set) var eighths: [Double] = []
  /// The mean of ln(1 + minutes) between messages; nil without two timed ones.
  private(set) var logGap: Double?

  /// What stands in the place of a message that is withheld.
  static let placeholder = Array("[content-withheld]".utf8)

  /// Counts one conversation. O(bytes).
  init(_ chunk: Chunk, _ conversation: Conversation) {
    let columns = chunk.messages
    let range = conversation.messages
    values[.length] = Double(range.count)
    guard let first = range.first else { return }
    var (questions, lower, bare, withheld, words, cased, worded) = (0, 0, 0, 0, 0, 0, 0)
    var (runs, byFirst) = (0, 0)
    var authors: Set<UInt32> = []
    var previous: UInt32?
    for index in range {
      let author = columns.author[index]
      if author != previous { runs += 1 }
      previous = author
      authors.insert(author)
      if author == columns.author[first] { byFirst += 1 }
      columns.withText(index) { text in
        let count = WordText.wordCount(text)
        words += count
        if count > 0 { worded += 1 }
        if WordText.contains(text, Self.placeholder) { withheld += 1 }
        if let start = WordText.startsLowerCase(text) {
          cased += 1
          if start { lower += 1 }
        }
        if WordText.holdsQuestion(text) { questions += 1 }
        if count > 0, !WordText.endsInPunctuation(text) { bare += 1 }
      }
    }
    let count = Double(range.count)
    values[.run] = count / Double(runs)
    values[.share] = Double(byFirst) / count
    values[.questions] = Double(questions) / count
    values[.placeholder] = Double(withheld) / count
    values[.authors] = Double(authors.count)
    values[.words] = Double(words) / count
    if cased > 0 { values[.lowerCase] = Double(lower) / Double(cased) }
    if worded > 0 { values[.unpunctuated] = Double(bare) / Double(worded) }
    countTimes(columns, range)
  }

  private mutating func countTimes(_ columns: MessageColumns, _ range: Range<Int>) {
    let timed = range.filter { columns.timeStyle[$0].kind != .absent }
    guard let first = timed.first else { return }
    let day = 86_400_000.0
    func hour(_ index: Int) -> Double {
      let time =
        Double(columns.time[index]) + 60_000 * Double(columns.timeStyle[index].offsetMinutes)
      let within = time.truncatingRemainder(dividingBy: day)
      return (within < 0 ? within + day : within) / 3_600_000
    }
    // The day begins at five, when the fewest write: a hand of the clock has no first hour.
    values[.hour] = (hour(first) + 19).truncatingRemainder(dividingBy: 24)
    eighths = [Double](repeating: 0, count: 8)
    var night = 0
    for index in timed {
      let hour = hour(index)
      eighths[min(7, Int(hour / 3))] += 1 / Double(timed.count)
      if hour < 6 || hour >= 22 { night += 1 }
    }
    values[.night] = Double(night) / Double(timed.count)
    let gaps = zip(timed, timed.dropFirst()).map {
      log(1 + max(0, Double(columns.time[$1] - columns.time[$0])) / 60_000)
    }
    if !gaps.isEmpty { logGap = gaps.reduce(0, +) / Double(gaps.count) }
  }
}
