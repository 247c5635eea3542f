extension ConversationBehaviour {
  /// One number for each of ``features``.
  typealias Row = InlineArray<44, Double>

  /// The names of the features, as explanations give them, in the order of ``row``.
  static let features = [
    "messages", "authors", "sittings", "days", "active days",
    "messages a sitting", "messages of this sitting", "minutes of this sitting",
    "share of the first author", "recent share of the first author", "share of the busiest author",
    "evenness of authors", "share of the sittings' opener", "turns a message", "longest run",
    "double-texting", "double-texting of the first author", "double-texting of the opener",
    "sittings begun by the first author", "sittings begun by the opener",
    "sittings begun without an answer", "turns of a third author", "messages since a third author",
    "mean length", "deviation of length", "recent length", "trend of length",
    "length of the first author against others", "length of the opener against others",
    "mean gap", "deviation of gaps", "recent gap", "bursts",
    "mean reply gap", "deviation of reply gaps",
    "reply gap of the first author against others", "reply gap of the opener against others",
    "mean gap between sittings", "deviation of gaps between sittings",
    "night", "school hours", "evening", "weekend", "recent night",
  ]

  /// The features of the prefix; each is finite, and 0 where nothing is known. O(1).
  var row: Row {
    let first = sides[0]
    let opener = sides[leader]
    let rest = Self.without(all, first)
    let others = Self.without(all, opener)
    let days = Double((lastTime ?? 0) - (firstTime ?? 0)) / 86_400_000
    let sitting = Double((lastTime ?? 0) - (sittingStart ?? lastTime ?? 0)) / 60_000
    var row = Row(repeating: 0)
    var place = 0
    func put(_ value: Double) {
      row[place] = value
      place += 1
    }
    put(Self.log(all.messages))
    put(authors)
    put(Self.log(sittings))
    put(Self.log(max(0, days)))
    put(Self.log(activeDays))
    put(Self.log(Self.ratio(all.messages, sittings)))
    put(Self.log(sittingMessages))
    put(Self.log(max(0, sitting)))
    put(Self.ratio(first.messages, all.messages))
    put(recentFirst)
    put(Self.ratio(largest, all.messages))
    put(evenness)
    put(Self.ratio(opener.messages, all.messages))
    put(Self.ratio(runs, all.messages))
    put(Self.log(longestRun))
    put(Self.ratio(all.doubles, all.messages))
    put(Self.ratio(first.doubles, first.messages) - Self.ratio(rest.doubles, rest.messages))
    put(Self.ratio(opener.doubles, opener.messages) - Self.ratio(others.doubles, others.messages))
    put(Self.ratio(first.starts, sittings))
    put(Self.ratio(opener.starts, sittings))
    put(Self.ratio(renewals, sittings))
    put(Self.ratio(thirds, all.messages))
    put(Self.log(sinceThird))
    put(sizes.mean)
    put(sizes.deviation)
    put(recentSize)
    put(recentSize - sizes.mean)
    put(Self.contrast(first.sizes, first.messages, rest.sizes, rest.messages))
    put(Self.contrast(opener.sizes, opener.messages, others.sizes, others.messages))
    put(gaps.mean)
    put(gaps.deviation)
    put(recentGap)
    put(Self.ratio(bursts, gaps.count))
    put(replyGaps.mean)
    put(replyGaps.deviation)
    put(Self.contrast(first.replyGaps, first.replies, rest.replyGaps, rest.replies))
    put(Self.contrast(opener.replyGaps, opener.replies, others.replyGaps, others.replies))
    put(sittingGaps.mean)
    put(sittingGaps.deviation)
    put(Self.ratio(night, timed))
    put(Self.ratio(school, timed))
    put(Self.ratio(evening, timed))
    put(Self.ratio(weekend, timed))
    put(recentNight)
    return row
  }

  /// The entropy of the authors' shares against its largest value: 1 where all write the same.
  private var evenness: Double {
    guard authors > 1 else { return 0 }
    return (Elementary.log(all.messages) - spread / all.messages) / Elementary.log(authors)
  }

  private static func without(_ all: Side, _ one: Side) -> Side {
    Side(
      messages: all.messages - one.messages, sizes: all.sizes - one.sizes,
      starts: all.starts - one.starts, doubles: all.doubles - one.doubles,
      replies: all.replies - one.replies, replyGaps: all.replyGaps - one.replyGaps)
  }

  @inline(__always) private static func log(_ x: Double) -> Double { Elementary.log(1 + x) }

  @inline(__always) private static func ratio(_ part: Double, _ whole: Double) -> Double {
    whole > 0 ? part / whole : 0
  }

  /// The difference of two means; 0 where one side has none.
  @inline(__always) private static func contrast(
    _ a: Double, _ countA: Double, _ b: Double, _ countB: Double
  ) -> Double {
    countA > 0 && countB > 0 ? a / countA - b / countB : 0
  }
}
