public import Chat

/// What noise did to conversations, and what the content gate refused of it.
public struct PerturbationCounts: Sendable, Equatable {
  /// Conversations that the noise was put on.
  public var conversations = 0
  /// Messages that they held before.
  public var messagesBefore = 0
  /// Messages that they hold now.
  public var messagesAfter = 0
  /// Messages that came out differently, are missing, or are new.
  public var changed = 0
  /// Draws of noise that were dropped because the gate refused what they made.
  public var refusedDraws = 0
  /// Conversations that are as they were because the gate refused every draw.
  public var restored = 0

  /// Nothing was done yet.
  public init() {}
}

extension Perturbation {
  /// In this many rounds the gate may refuse draws before a conversation is left as it was.
  private static let rounds = 12

  /// Adds conversation `index` of a chunk, with this noise on it, to another chunk.
  ///
  /// The content gate reads the result. A message that it refuses, and did not refuse before, goes
  /// without its noise; where that does not help, its neighbours do so too, and in the end the whole
  /// conversation. Texts that hold the withheld token are never altered. O(bytes).
  ///
  /// - Parameters:
  ///   - gate: the gate of the conversation's locale.
  ///   - pool: where the turns of ``Kind/padding`` come from; other kinds need none.
  public func append(
    _ source: Chunk, conversation index: Int, gate: ContentGate, pool: PaddingPool? = nil,
    to chunk: inout Chunk, counts: inout PerturbationCounts
  ) {
    let original = PerturbedTalk(source, conversation: index)
    counts.conversations += 1
    counts.messagesBefore += original.turns.count
    var held: Set<Int> = []
    var before: [ContentGate.Hit]?
    for round in 0...Self.rounds {
      var talk = original
      if round < Self.rounds { apply(to: &talk, held: held, pool: pool) }
      let start = chunk.messages.count
      talk.close(in: &chunk, before: original)
      if round < Self.rounds {
        let hits = gate.hits(chunk, conversation: chunk.conversations.count - 1)
        if !hits.isEmpty {
          let known = before ?? gate.hits(source, conversation: index)
          before = known
          let refused = Set(
            hits.map { talk.turns[$0.message - 1].sources }.enumerated().filter { number, sources in
              !known.contains {
                $0.rule == hits[number].rule && sources.contains($0.message - 1)
              }
            }.map(\.element))
          if !refused.isEmpty {
            counts.refusedDraws += refused.count
            let reach = round == 0 ? 0 : 1 << round
            for sources in refused {
              held.formUnion(sources.lowerBound - reach...sources.upperBound + reach)
            }
            chunk.conversations.removeLast()
            chunk.messages.truncate(to: start)
            continue
          }
        }
      } else {
        counts.restored += 1
      }
      counts.messagesAfter += talk.turns.count
      counts.changed += talk.changes(since: original)
      return
    }
  }

  /// Puts the noise on; messages whose number is held go without.
  private func apply(to talk: inout PerturbedTalk, held: Set<Int>, pool: PaddingPool?) {
    switch kind {
    case .typos, .letterCase, .emoji, .homoglyphs, .elongation, .spacing:
      let noise = TextNoise(self)
      for number in talk.turns.indices where !held.contains(number) {
        guard !talk.turns[number].isWithheld else { continue }
        talk.turns[number].text = noise.applied(
          to: talk.turns[number].text, random(talk.stream, purpose: UInt64(number)))
      }
    case .splitMerge: splitAndMerge(&talk, held)
    case .drop: drop(&talk, held)
    case .timeJitter: jitter(&talk)
    case .anonymise: anonymise(&talk, held)
    case .padding: pool?.pad(&talk, held)
    }
  }
}

extension PerturbedTalk {
  /// How many messages differ, are missing or are new.
  fileprivate func changes(since original: PerturbedTalk) -> Int {
    var changes = 0
    var kept = 0
    for turn in turns {
      let source = turn.sources.lowerBound
      guard source >= 0, turn.sources.count == 1 else {
        changes += max(1, turn.sources.count)
        if source >= 0 { kept += turn.sources.count }
        continue
      }
      let was = original.turns[source]
      kept += 1
      if was.text != turn.text || was.time != turn.time
        || original.authors[was.author] != authors[turn.author]
      {
        changes += 1
      }
    }
    // A message that was cut counts as two, so that it is never missing.
    return changes + max(0, original.turns.count - kept)
  }
}
