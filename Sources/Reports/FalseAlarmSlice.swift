import Chat
public import Evaluation
public import Store

/// False alerts among the benign conversations of one slice: of a locale, a kind, a length or a
/// number of people who write.
public struct FalseAlarmSlice: Sendable, Equatable {
  /// What a corpus is cut by.
  public enum Cut: String, Sendable, CaseIterable {
    /// The language tag.
    case locale
    /// Why a conversation is in its corpus.
    case kind
    /// A quarter of the benign conversations, by their number of messages.
    case length
    /// How many people write: 1, 2, 3, or more.
    case authors
  }

  /// What the corpus is cut by.
  public var cut: Cut
  /// The name of the slice, such as `en`, `hard-negative`, `61–120 messages`, `2 authors`.
  public var name: String
  /// Benign conversations.
  public var benign: Int
  /// Those of them that were flagged.
  public var alerts: Int

  /// A slice.
  public init(cut: Cut, name: String, benign: Int, alerts: Int) {
    (self.cut, self.name, self.benign, self.alerts) = (cut, name, benign, alerts)
  }

  /// The slices of a run, each cut adding up to all benign conversations.
  ///
  /// Quarters are cut at the lengths that a quarter, half and three quarters of the benign
  /// conversations do not exceed, so that ties stay together and a quarter may be empty and left out.
  /// What the corpus does not say counts under `—`. Scores play no part. O(n log n).
  ///
  /// - Parameters:
  ///   - units: the conversations of a split with a run's decisions.
  ///   - traits: what the corpus knows of them, by id.
  public static func slices(
    _ units: [EvaluatedConversation], traits: [String: ConversationTraits]
  ) -> [FalseAlarmSlice] {
    let benign = units.filter { !$0.isPositive }
    let lengths = quarters(of: benign.map(\.messageCount))
    return Cut.allCases.flatMap { cut in
      var counts: [Place: (benign: Int, alerts: Int)] = [:]
      for unit in benign {
        let place = place(of: unit, traits[unit.id], cut, lengths)
        counts[place, default: (0, 0)].benign += 1
        if unit.isRetrieved { counts[place, default: (0, 0)].alerts += 1 }
      }
      return counts.sorted { $0.key < $1.key }.map { place, count in
        FalseAlarmSlice(cut: cut, name: place.name, benign: count.benign, alerts: count.alerts)
      }
    }
  }

  /// A slice's name and its rank among the slices of its cut.
  private struct Place: Hashable, Comparable {
    var rank: Int
    var name: String

    static func < (a: Place, b: Place) -> Bool { (a.rank, a.name) < (b.rank, b.name) }
  }

  private static func place(
    of unit: EvaluatedConversation, _ traits: ConversationTraits?, _ cut: Cut,
    _ quarters: [ClosedRange<Int>]
  ) -> Place {
    let unknown = Place(rank: .max, name: NumberText.none)
    switch cut {
    case .locale:
      return traits?.locale.map { Place(rank: 0, name: $0) } ?? unknown
    case .kind:
      guard let kind = unit.kind else { return unknown }
      return Place(rank: kind == .hardNegative ? 0 : 1, name: kind.rawValue)
    case .length:
      guard let rank = quarters.firstIndex(where: { $0.contains(unit.messageCount) }) else {
        return unknown
      }
      let range = quarters[rank]
      let span =
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
      return Place(rank: rank, name: "\(span) messages")
    case .authors:
      guard let authors = traits?.authors else { return unknown }
      switch authors {
      case ...1: return Place(rank: 1, name: "\(authors) author")
      case 2...3: return Place(rank: authors, name: "\(authors) authors")
      default: return Place(rank: 4, name: "4 authors or more")
      }
    }
  }

  /// The ranges of lengths of the quarters, shortest first; empty ones left out.
  private static func quarters(of lengths: [Int]) -> [ClosedRange<Int>] {
    let sorted = lengths.sorted()
    guard let last = sorted.last else { return [] }
    var ranges: [ClosedRange<Int>] = []
    var start = 0
    for quarter in 1...4 {
      let bound = quarter == 4 ? last : sorted[(sorted.count * quarter + 3) / 4 - 1]
      let end = sorted.lastIndex { $0 <= bound } ?? start
      guard end >= start else { continue }
      ranges.append(sorted[start]...sorted[end])
      start = end + 1
      if start >= sorted.count { break }
    }
    return ranges
  }
}
