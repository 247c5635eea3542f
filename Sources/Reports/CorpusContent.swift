import Chat
import Evaluation
import Store

/// What one pass over the conversations of a corpus tells a report.
struct CorpusContent {
  /// What each split holds, in the order of the splits.
  var splits: [SplitFacts] = []
  /// Ids of the conversations that hold the token for withheld content.
  var withheld: Set<String> = []
  /// What is known of the messages of the conversations that are tested on, by id.
  var truth: [String: MessageTruth] = [:]

  /// Nothing.
  init() {}

  /// Reads a corpus once. O(messages).
  init(of corpus: String, in workbench: Workbench) throws {
    var facts: [String: SplitFacts] = [:]
    try workbench.readChunks(corpus: corpus, split: nil) { chunk in
      for conversation in chunk.conversations {
        let name = conversation.split?.rawValue ?? NumberText.none
        var split = facts[name] ?? SplitFacts(split: name)
        split.count(conversation)
        if Self.holdsToken(conversation, in: chunk) {
          split.withheld += 1
          withheld.insert(conversation.id)
        }
        facts[name] = split
        if conversation.split != .train, conversation.split != .validation {
          truth[conversation.id] = MessageTruth(conversation, in: chunk)
        }
      }
    }
    splits = (Split.allCases.map(\.rawValue) + [NumberText.none]).compactMap { facts[$0] }
  }

  private static let token = Array("[content-withheld]".utf8)

  private static func holdsToken(_ conversation: Conversation, in chunk: Chunk) -> Bool {
    conversation.messages.contains { message in
      chunk.messages.signs[message].contains(.withheld)
        || chunk.messages.withText(message) { contains(token, in: $0) }
    }
  }

  private static func contains(_ token: [UInt8], in text: Span<UInt8>) -> Bool {
    guard text.count >= token.count else { return false }
    for start in 0...(text.count - token.count) where text[start] == token[0] {
      var length = 1
      while length < token.count, text[start + length] == token[length] { length += 1 }
      if length == token.count { return true }
    }
    return false
  }
}

extension SplitFacts {
  /// Counts a conversation by its label.
  mutating func count(_ conversation: Conversation) {
    switch conversation.label {
    case .grooming: grooming += 1
    case .benign: benign += 1
    case .insufficientEvidence: insufficientEvidence += 1
    case nil: unlabelled += 1
    }
    messages += conversation.messages.count
  }
}

extension MessageTruth {
  /// The truth of a conversation of a corpus.
  init(_ conversation: Conversation, in chunk: Chunk) {
    let messages = chunk.messages
    let stages = conversation.messages.map { index -> Stage? in
      let place = Int(messages.stage[index])
      return place < Stage.allCases.count ? Stage.allCases[place] : nil
    }
    let risky = zip(conversation.messages, stages).enumerated().compactMap { number, message in
      !messages.signs[message.0].isEmpty && message.1?.isCritical ?? false ? number + 1 : nil
    }
    let isTimed = conversation.messages.allSatisfy { messages.timeStyle[$0] != .absent }
    let start = conversation.messages.first.map { messages.time[$0] } ?? 0
    self.init(
      stages: stages.contains { $0 != nil } ? stages : [], risky: risky,
      minutes: isTimed
        ? conversation.messages.map { Double(messages.time[$0] - start) / 60_000 } : [])
  }
}
