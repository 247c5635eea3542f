/// A scorer behind a view: masks each message, or replays the latest few.
///
/// Holds one masked message, or the messages of the window. Under a window a message costs what the
/// window costs.
final class ViewedScorer: Scorer {
  private struct Held {
    var author = 0
    var time: Int64?
    var text: [UInt8] = []
  }

  private let inner: any Scorer
  private let window: Int?
  private var reader: MessageReader
  private var masked: [UInt8] = []
  private var held: [Held] = []
  /// How many messages of the conversation were observed.
  private var count = 0

  init(_ inner: any Scorer, _ lens: ViewLens) {
    (self.inner, window, reader) = (inner, lens.window, MessageReader(lens: lens))
  }

  func begin() { begin(claims: []) }

  func begin(claims: [String?]) {
    reader.begin(claims: claims)
    inner.begin()
    count = 0
  }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    guard let window else {
      reader.append(text, author: author, to: &masked)
      let score = inner.observe(author: author, time: time, text: masked.span)
      masked.clearScratch()
      return score
    }
    let place = count % window
    if held.count <= place { held.append(Held()) }
    held[place].text.removeAll(keepingCapacity: held[place].text.capacity <= 4096)
    reader.append(text, author: author, to: &held[place].text)
    (held[place].author, held[place].time) = (author, time)
    count += 1
    inner.begin()
    var score = 0.0
    for number in max(0, count - window)..<count {
      let message = held[number % window]
      score = inner.observe(author: message.author, time: message.time, text: message.text.span)
    }
    return score
  }

  var stage: StageBelief? { inner.stage }
}
