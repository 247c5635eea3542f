internal import Chat
internal import Statistics

extension PaddingPool {
  /// Puts the level's number of turns before a conversation; padding turn *n* (from 0) has the source
  /// −1 − n and is left out where that is held.
  ///
  /// The openings of other conversations follow one another until there are enough turns, from the
  /// first donor again where the pool is small. Their speakers become speakers of this conversation,
  /// in a drawn order. Times move back by whole days, so that hours of the day stay, to before the
  /// first message; where donors have no times, turns are a minute apart. Sittings are counted on.
  /// A conversation without messages has nobody who could speak, and stays so.
  func pad(_ talk: inout PerturbedTalk, _ held: Set<Int>) {
    guard let first = talk.turns.first else { return }
    var random = perturbation.random(talk.stream, purpose: 0)
    let donors = Array(self.donors(for: talk.conversation, from: random.next()))
    guard !donors.isEmpty else { return }
    let wanted = Int(perturbation.amount)
    var segments: [[PerturbedTalk.Turn]] = []
    var (count, sittings) = (0, 0)
    while count < wanted {
      let donor = donors[segments.count % donors.count]
      let speakers = random.permutation(of: talk.authors.count)
      var segment = Array(donor.turns.prefix(wanted - count))
      var last: UInt32?
      for index in segment.indices {
        if last != segment[index].session { sittings += 1 }
        last = segment[index].session
        segment[index].session = first.session > 0 ? UInt32(sittings) : 0
        segment[index].author = speakers[segment[index].author % speakers.count]
        if segment[index].stage != 255 { segment[index].stage = UInt8(Stage.ordinary.index) }
        segment[index].extra = []
        segment[index].sources = (-1 - count)...(-1 - count)
        count += 1
      }
      segments.append(segment)
    }
    Self.setTimes(&segments, before: first)
    if first.session > 0 {
      for index in talk.turns.indices where talk.turns[index].session > 0 {
        talk.turns[index].session += UInt32(sittings)
      }
    }
    talk.turns = segments.joined().filter { !held.contains($0.sources.lowerBound) } + talk.turns
  }

  /// Writes times in the notation of the message that the segments lead up to.
  private static func setTimes(
    _ segments: inout [[PerturbedTalk.Turn]], before first: PerturbedTalk.Turn
  ) {
    let style = first.style.plain
    var limit = first.time
    for place in segments.indices.reversed() {
      let turns = segments[place]
      let isTimed = turns.allSatisfy { $0.style.kind != .absent }
      let (earliest, latest) = (turns.map(\.time).min() ?? 0, turns.map(\.time).max() ?? 0)
      let days = (latest + 60_000 - limit).dividedUp(by: TimeStyle.day)
      for index in turns.indices {
        let time =
          isTimed
          ? turns[index].time - days * TimeStyle.day
          : limit - Int64(turns.count - index) * 60_000
        segments[place][index].style = style
        segments[place][index].time = written(time, style, like: first.time)
      }
      limit = isTimed ? earliest - days * TimeStyle.day : limit - Int64(turns.count) * 60_000
    }
  }

  private static func written(_ time: Int64, _ style: TimeStyle, like anchor: Int64) -> Int64 {
    switch style.kind {
    case .absent: 0
    case .clock:
      style.aligned(time - time.dividedDown(by: TimeStyle.day) * TimeStyle.day, like: 0)
    case .iso, .integer: style.aligned(time, like: anchor)
    }
  }
}

extension Int64 {
  /// The quotient rounded down; `divisor` > 0.
  fileprivate func dividedDown(by divisor: Int64) -> Int64 {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// The quotient rounded up; `divisor` > 0.
  fileprivate func dividedUp(by divisor: Int64) -> Int64 { -(-self).dividedDown(by: divisor) }
}
