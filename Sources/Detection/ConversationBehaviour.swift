/// What can be told of a prefix from who wrote, when, and how many bytes: the running sums behind
/// ``features``.
///
/// Never sees a byte of a text. A gap above ``sittingGap`` begins a new sitting; hours are UTC.
/// One message costs O(1). Authors from the sixteenth on are one.
struct ConversationBehaviour {
  /// The silence in seconds after which the next message begins a sitting.
  static let sittingGap = 3.0 * 3600
  /// A reply within so many seconds is part of a burst.
  static let burstGap = 30.0
  static let authorLimit = 16
  /// How fast recent averages move to the latest message.
  static let recentRate = 0.1

  /// What one author did.
  struct Side {
    var messages = 0.0
    var sizes = 0.0
    var starts = 0.0
    var doubles = 0.0
    var replies = 0.0
    var replyGaps = 0.0
  }

  var sides = InlineArray<16, Side>(repeating: Side())
  var all = Side()
  /// The author who began most sittings, the earlier one among equals.
  var leader = 0
  var authors = 0.0
  var largest = 0.0
  /// Σ c ln c over the messages c of each author.
  var spread = 0.0

  var sizes = RunningMoments()
  var gaps = RunningMoments()
  var replyGaps = RunningMoments()
  var sittingGaps = RunningMoments()
  var recentSize = 0.0
  var recentGap = 0.0
  var recentFirst = 1.0
  var recentNight = 0.0
  var bursts = 0.0

  var runs = 0.0
  var run = 0.0
  var longestRun = 0.0
  var sittings = 0.0
  /// Sittings begun by whoever had written last in the one before.
  var renewals = 0.0
  var sittingMessages = 0.0
  var sinceThird = 0.0
  var thirds = 0.0

  var timed = 0.0
  var night = 0.0
  var school = 0.0
  var evening = 0.0
  var weekend = 0.0
  var activeDays = 0.0
  /// Times are milliseconds since 1970.
  var firstTime: Int64?
  var lastTime: Int64?
  var sittingStart: Int64?

  private var lastDay: Int64 = 0
  private var last = -1
  private var previous = -1

  init() {}

  /// Takes one message. O(1).
  mutating func observe(author: Int, time: Int64?, bytes: Int) {
    let author = min(max(author, 0), Self.authorLimit - 1)
    // Clamped, so that differences of absurd times stay exact.
    let now = time.map { min(max($0, -4_000_000_000_000_000), 4_000_000_000_000_000) }
    var gap: Double?
    if let now, let lastTime { gap = Double(max(0, now - lastTime)) / 1000 }
    let starts = last < 0 || gap ?? 0 > Self.sittingGap
    if starts { beginSitting(author, now) }
    sittingMessages += 1
    if let gap { observe(gap: gap, author, starts) }
    observeTurn(author, starts)
    observe(size: Elementary.log(1 + Double(bytes)), author)
    if let now { observe(time: now) }
  }

  private mutating func beginSitting(_ author: Int, _ now: Int64?) {
    sittings += 1
    if author == last { renewals += 1 }
    sittingMessages = 0
    sittingStart = now
    all.starts += 1
    sides[author].starts += 1
    if sides[author].starts > sides[leader].starts { leader = author }
  }

  private mutating func observe(gap: Double, _ author: Int, _ starts: Bool) {
    let log = Elementary.log(1 + gap)
    if starts { return sittingGaps.add(log) }
    recentGap = gaps.count == 0 ? log : recentGap + (log - recentGap) * Self.recentRate
    gaps.add(log)
    if gap < Self.burstGap { bursts += 1 }
    guard author != last else { return }
    replyGaps.add(log)
    all.replies += 1
    all.replyGaps += log
    sides[author].replies += 1
    sides[author].replyGaps += log
  }

  private mutating func observeTurn(_ author: Int, _ starts: Bool) {
    sinceThird += 1
    if author == last {
      run += 1
      if !starts {
        all.doubles += 1
        sides[author].doubles += 1
      }
    } else {
      runs += 1
      run = 1
      if previous >= 0, author != previous {
        sinceThird = 0
        thirds += 1
      }
      (previous, last) = (last, author)
    }
    longestRun = max(longestRun, run)
    recentFirst += ((author == 0 ? 1 : 0) - recentFirst) * Self.recentRate
  }

  private mutating func observe(size: Double, _ author: Int) {
    recentSize = sizes.count == 0 ? size : recentSize + (size - recentSize) * Self.recentRate
    sizes.add(size)
    let count = sides[author].messages
    if count == 0 { authors += 1 }
    let before = count > 0 ? count * Elementary.log(count) : 0
    spread += (count + 1) * Elementary.log(count + 1) - before
    largest = max(largest, count + 1)
    all.messages += 1
    all.sizes += size
    sides[author].messages += 1
    sides[author].sizes += size
  }

  private mutating func observe(time now: Int64) {
    let length: Int64 = 86_400_000
    let withinDay = ((now % length) + length) % length
    let day = (now - withinDay) / length
    let hour = withinDay / 3_600_000
    // Day 0 was a Thursday; 0 is Sunday.
    let weekday = ((day + 4) % 7 + 7) % 7
    let isWeekend = weekday == 0 || weekday == 6
    let isNight = hour >= 22 || hour < 6
    timed += 1
    if isNight { night += 1 }
    if !isWeekend, hour >= 8, hour < 15 { school += 1 }
    if hour >= 17, hour < 22 { evening += 1 }
    if isWeekend { weekend += 1 }
    recentNight += ((isNight ? 1 : 0) - recentNight) * Self.recentRate
    if firstTime == nil { firstTime = now }
    if timed == 1 || day != lastDay { activeDays += 1 }
    (lastDay, lastTime) = (day, now)
  }
}
