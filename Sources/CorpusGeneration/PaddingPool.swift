public import Chat
internal import Statistics

/// Ordinary turns of a corpus, for padding: of every split and locale apart, so that no test
/// conversation is padded from the training pool.
///
/// Kept are the thousand conversations whose keyed draws are smallest, so that memory is bounded and
/// the choice does not depend on the order of storage. Turns that carry a sign or a cue, and those
/// with the withheld token, are left out: what is put before a chat changes no truth.
public struct PaddingPool: Sendable {
  private static let capacity = 1000

  struct Donor: Sendable {
    var rank: UInt64
    var cluster: String
    var turns: [PerturbedTalk.Turn]
  }

  private struct Key: Hashable {
    var split: Split?
    var locale: String?
  }

  let perturbation: Perturbation
  private let maximumTurns: Int
  private var donors: [Key: [Donor]] = [:]

  /// An empty pool for padding of this level and seed.
  public init(_ perturbation: Perturbation) {
    self.perturbation = perturbation
    maximumTurns = Int(perturbation.amount)
  }

  /// Takes the ordinary conversations of a chunk: those of kind `ordinary`, or without a kind and
  /// labelled benign. O(bytes).
  public mutating func offer(_ chunk: Chunk) {
    for (index, conversation) in chunk.conversations.enumerated() {
      let isOrdinary =
        conversation.kind.map { $0 == .ordinary } ?? (conversation.label == .benign)
      guard isOrdinary else { continue }
      let talk = PerturbedTalk(chunk, conversation: index)
      let turns = talk.turns.lazy
        .filter { $0.signs.isEmpty && $0.cues.isEmpty && !$0.isWithheld }
        .prefix(maximumTurns)
      guard !turns.isEmpty else { continue }
      let key = Key(split: conversation.split, locale: conversation.locale)
      donors[key, default: []].append(
        Donor(
          rank: perturbation.random(talk.stream, purpose: 1 << 32).value(at: 0),
          cluster: conversation.cluster, turns: Array(turns)))
      if donors[key]?.count == 2 * Self.capacity { donors[key] = Self.chosen(donors[key] ?? []) }
    }
  }

  /// Ends the choice; call it before the pool is used. O(n log n).
  public mutating func close() { donors = donors.mapValues(Self.chosen) }

  /// Whether every conversation of the split and locale finds turns of another group.
  public func serves(split: Split?, locale: String?) -> Bool {
    let found = donors[Key(split: split, locale: locale)] ?? []
    return found.contains { $0.cluster != found[0].cluster }
  }

  private static func chosen(_ donors: [Donor]) -> [Donor] {
    Array(donors.sorted { ($0.rank, $0.cluster) < ($1.rank, $1.cluster) }.prefix(capacity))
  }

  /// The donors for a conversation, in the order of their ranks from a drawn one on; none of its own
  /// group.
  func donors(
    for conversation: Conversation, from draw: UInt64
  ) -> some Sequence<Donor> {
    let all = donors[Key(split: conversation.split, locale: conversation.locale)] ?? []
    let start = Int(draw.multipliedFullWidth(by: UInt64(all.count)).high)
    let cluster = conversation.cluster
    return (all[start...] + all[..<start]).lazy.filter { $0.cluster != cluster }
  }
}
