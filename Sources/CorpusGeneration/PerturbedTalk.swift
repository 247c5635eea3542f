internal import Chat

/// One conversation while noise works on it: its turns, each with the message that it is from.
struct PerturbedTalk {
  /// One message of the result.
  struct Turn {
    var text: [UInt8]
    /// Index into ``PerturbedTalk/authors``.
    var author: Int
    var time: Int64
    var style: TimeStyle
    var session: UInt32
    /// Index into `Stage.allCases`, or 255.
    var stage: UInt8
    var signs: SignSet
    var cues: CueSet
    var extra: [UInt8]
    /// The messages that it is made of, by 0-based number; padding has its place below zero.
    var sources: ClosedRange<Int>

    /// Whether it carries a sign in a critical stage, as the message of an onset does.
    var isCritical: Bool { !signs.isEmpty && PerturbedTalk.isCritical(stage) }

    /// Whether the withheld token stands in it: nothing may alter such a text.
    var isWithheld: Bool { PerturbedTalk.holdsToken(text) }
  }

  /// The conversation as it was; its messages stand in ``turns``.
  var conversation: Conversation
  var authors: [String]
  var turns: [Turn]
  /// The number of the conversation's streams.
  let stream: UInt64

  /// The conversation at an index of a chunk. O(bytes).
  init(_ chunk: Chunk, conversation index: Int) {
    conversation = chunk.conversations[index]
    authors = conversation.authors
    stream = Perturbation.stream(of: conversation.id)
    let (columns, range) = (chunk.messages, conversation.messages)
    let extras = conversation.messageExtras
    turns = range.map { message in
      let number = message - range.lowerBound
      return Turn(
        text: Array(columns.text[columns.textRange(message)]),
        author: Int(columns.author[message]), time: columns.time[message],
        style: columns.timeStyle[message], session: columns.session[message],
        stage: columns.stage[message], signs: columns.signs[message],
        cues: columns.cues[message], extra: extras[number] ?? [], sources: number...number)
    }
  }

  /// Ends the conversation as it is now in a chunk. O(bytes).
  ///
  /// Authors are numbered anew by their first message; onset and decidable move with what they
  /// pointed to, see ``moved(_:_:)``.
  func close(in chunk: inout Chunk, before original: PerturbedTalk) {
    var result = conversation
    var numbers: [Int: Int] = [:]
    result.authors = []
    result.messageExtras = [:]
    for (number, turn) in turns.enumerated() {
      if numbers[turn.author] == nil {
        numbers[turn.author] = result.authors.count
        result.authors.append(authors[turn.author])
      }
      if !turn.extra.isEmpty { result.messageExtras[number] = turn.extra }
      let stage = turn.stage == 255 ? nil : Stage.allCases[Int(turn.stage)]
      chunk.messages.append(
        author: numbers[turn.author] ?? 0, time: turn.time, style: turn.style, text: turn.text,
        session: Int(turn.session), stage: stage, signs: turn.signs, cues: turn.cues)
    }
    result.onset = moved(conversation.onset, original)
    result.decidable = moved(conversation.decidable, original)
    if let decidable = result.decidable {
      result.decidable = result.onset.map { max($0, decidable) }
    }
    chunk.close(result)
  }

  /// Where the 1-based number of a message is now.
  ///
  /// A message that was cut is where its last part is, one that was joined is where the joint
  /// message is. Where it was dropped, the next message that is left and carries a sign inside a
  /// critical stage takes its place, as an onset is defined; in a conversation whose messages carry
  /// no such truth, the next message that is left. Nil where there is none: the label stays, since it
  /// says what happened and not what is left to read.
  private func moved(_ number: Int?, _ original: PerturbedTalk) -> Int? {
    guard let number, original.turns.indices.contains(number - 1) else { return number }
    let source = number - 1
    if let place = turns.lastIndex(where: { $0.sources.contains(source) }) { return place + 1 }
    let hasTruth = original.turns.contains(where: \.isCritical)
    return turns.firstIndex { turn in
      turn.sources.lowerBound > source && (turn.isCritical || !hasTruth)
    }.map { $0 + 1 }
  }

  static func isCritical(_ stage: UInt8) -> Bool {
    stage != 255 && Stage.allCases[Int(stage)].isCritical
  }

  /// Whether the withheld token stands anywhere in a text.
  static func holdsToken(_ text: [UInt8]) -> Bool {
    var at = 0
    while at + GateScanner.token.utf8CodeUnitCount <= text.count {
      if text[at] == UInt8(ascii: "["), GateScanner.isToken(text.span, at: at) { return true }
      at += 1
    }
    return false
  }
}
