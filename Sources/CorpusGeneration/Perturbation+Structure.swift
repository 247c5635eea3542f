internal import Chat
internal import Statistics

extension Perturbation {
  /// Cuts messages in two and joins neighbours; half of the drawn messages each.
  ///
  /// A message is cut at a blank between two words. Signs and cues stand on its last part, with which
  /// the act is complete; the parts share time, sitting and stage. Neighbours are joined where one
  /// author wrote both within a sitting (without sittings: at most 25 minutes apart). The joint
  /// message keeps the time and the unknown members of the first, and carries the signs and cues of
  /// both; its stage is that of the first part, unless only the second carries a sign in a critical
  /// stage. What is drawn does not depend on any of them. A text with the withheld token is left alone.
  func splitAndMerge(_ talk: inout PerturbedTalk, _ held: Set<Int>) {
    let turns = talk.turns
    var result: [PerturbedTalk.Turn] = []
    result.reserveCapacity(turns.count)
    var number = 0
    while number < turns.count {
      let turn = turns[number]
      let random = random(talk.stream, purpose: UInt64(number))
      let draw = random.value(at: 0)
      defer { number += 1 }
      guard draw >> 32 < threshold, !held.contains(number), !turn.isWithheld else {
        result.append(turn)
        continue
      }
      if draw & 1 == 0, let parts = Self.cut(turn, at: random.value(at: 1)) {
        result += parts
      } else if draw & 1 == 1, number + 1 < turns.count, !held.contains(number + 1),
        Self.areNeighbours(turn, turns[number + 1])
      {
        result.append(Self.joined(turn, turns[number + 1]))
        number += 1
      } else {
        result.append(turn)
      }
    }
    talk.turns = result
  }

  /// Leaves messages out, but never all of them: the one whose draw is largest stays.
  func drop(_ talk: inout PerturbedTalk, _ held: Set<Int>) {
    let draws = talk.turns.indices.map {
      random(talk.stream, purpose: UInt64($0)).value(at: 0) >> 32
    }
    let last = draws.indices.max { draws[$0] < draws[$1] }
    talk.turns = talk.turns.enumerated().filter { number, _ in
      draws[number] >= threshold || held.contains(number) || number == last
    }.map(\.element)
  }

  private static func cut(
    _ turn: PerturbedTalk.Turn, at draw: UInt64
  ) -> [PerturbedTalk.Turn]? {
    let text = turn.text
    let blanks = text.indices.dropFirst().dropLast().filter {
      text[$0] == 0x20 && text[$0 - 1] != 0x20 && text[$0 + 1] != 0x20
    }
    guard !blanks.isEmpty else { return nil }
    let blank = blanks[Int(draw.multipliedFullWidth(by: UInt64(blanks.count)).high)]
    var (first, second) = (turn, turn)
    first.text = Array(text[..<blank])
    second.text = Array(text[(blank + 1)...])
    (first.signs, first.cues, second.extra) = ([], [], [])
    // A rare notation stands in the unknown members, which the first part keeps.
    if second.style.isVerbatim { second.style = .isoSecondsUTC }
    return [first, second]
  }

  private static func areNeighbours(_ a: PerturbedTalk.Turn, _ b: PerturbedTalk.Turn) -> Bool {
    guard a.author == b.author, a.session == b.session, !b.isWithheld else { return false }
    let isTimed = a.style.kind != .absent && b.style.kind != .absent
    return a.session > 0 || !isTimed || abs(b.time - a.time) <= 25 * 60_000
  }

  private static func joined(
    _ a: PerturbedTalk.Turn, _ b: PerturbedTalk.Turn
  ) -> PerturbedTalk.Turn {
    var turn = a
    turn.text = a.text + (a.text.isEmpty || b.text.isEmpty ? [] : [0x20]) + b.text
    turn.signs.rawValue |= b.signs.rawValue
    turn.cues.rawValue |= b.cues.rawValue
    if !a.isCritical, b.isCritical { turn.stage = b.stage }
    turn.sources = a.sources.lowerBound...b.sources.upperBound
    return turn
  }
}
