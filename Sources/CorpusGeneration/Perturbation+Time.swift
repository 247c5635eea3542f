internal import Chat
internal import Statistics

extension Perturbation {
  /// Moves every time by up to the level's minutes, earlier or later, in whole seconds (whole minutes
  /// where the notation has no seconds).
  ///
  /// A message never comes before the one before it unless it did so already. Absent times and those
  /// in a rare notation stay; times without a date stay within their day.
  func jitter(_ talk: inout PerturbedTalk) {
    let half = Int64(amount * 60)
    var earlier: (was: Int64, now: Int64)?
    for number in talk.turns.indices {
      let (time, style) = (talk.turns[number].time, talk.turns[number].style)
      guard style.kind != .absent, !style.isVerbatim else { continue }
      let draw = random(talk.stream, purpose: UInt64(number)).value(at: 0)
      let seconds = Int64(draw.multipliedFullWidth(by: UInt64(2 * half + 1)).high) - half
      var moved = style.aligned(time + seconds * 1000, like: time)
      if style.kind == .clock { moved = min(max(moved, 0), TimeStyle.day - 60_000) }
      if let earlier, time >= earlier.was { moved = max(moved, earlier.now) }
      talk.turns[number].time = moved
      earlier = (time, moved)
    }
  }
}

extension TimeStyle {
  /// Milliseconds of a day.
  static let day: Int64 = 86_400_000

  /// The time as this notation can say it: whole minutes from `anchor` where it has no seconds.
  func aligned(_ time: Int64, like anchor: Int64) -> Int64 {
    let hasSeconds = kind == .integer || kind == .iso && rawValue >> 2 & 1 != 0
    if hasSeconds { return time }
    let beyond = (time - anchor) % 60_000
    return time - (beyond < 0 ? beyond + 60_000 : beyond)
  }

  /// The notation without what belongs to one time alone.
  var plain: TimeStyle {
    isVerbatim ? .isoSecondsUTC : TimeStyle(rawValue: rawValue & ~(0x3FF << 21))
  }
}
