internal import Chat
internal import Statistics

extension Planner {
  /// The first second of 2031 and how many days the year has.
  static let yearStart: Int64 = 1_924_992_000
  static let yearDays: Int64 = 365

  /// Draws gaps, sittings, times of day and the topic of every message.
  ///
  /// A gap is a stretch of activity: it passes faster in busy hours. A talk that would outlast the
  /// year is sped up as a whole.
  func drawTimes(_ plan: inout Plan, _ shape: Shape) {
    var random = random(plan.index, .times)
    var topics = self.random(plan.index, .topics)
    let speech = data.speech
    let day = dayUnits[24]
    let border = min(0.9, speech.sessionBorder * (shape.form == .manySessions ? 3 : 1))
    plan.session.removeAll(keepingCapacity: true)
    plan.time.removeAll(keepingCapacity: true)
    plan.topic.removeAll(keepingCapacity: true)
    var session: UInt32 = 1
    var topic = UInt16(topics.below(self.topics))
    var total: Int64 = 0
    for index in 0..<plan.count {
      if index > 0 {
        let long = random.unit() < speech.longGap
        let seconds = long ? tables.longGap.draw(&random) : tables.shortGap.draw(&random)
        total += max(1, Int64(seconds)) * day / 86_400
        if random.unit() < border, long {
          session += 1
          if topics.unit() < speech.newTopic { topic = UInt16(topics.below(self.topics)) }
        }
      }
      plan.session.append(session)
      plan.topic.append(topic)
      plan.time.append(total)
    }
    let limit = (Self.yearDays - 1) * day
    let room = max(1, Self.yearDays - 1 - min(total, limit) / day)
    let start = Int64(random.below(Int(room))) * day + Int64(random.below(Int(day)))
    var last: Int64 = 0
    var hour = Hour()
    for index in plan.time.indices {
      var units = plan.time[index]
      if total > limit {
        units = Int64((UInt64(units).multipliedFullWidth(by: UInt64(limit)), UInt64(total)))
      }
      units += start
      // Most messages stand in the hour of the one before.
      if units >= hour.end { hour = self.hour(units) }
      last = max(last + (index > 0 ? 1 : 0), hour.second(units))
      plan.time[index] = last
    }
  }

  /// An hour of the year, from one amount of activity up to another.
  private struct Hour {
    var begin: Int64 = 0
    var end: Int64 = 0
    /// Its first second.
    var first: Int64 = 0
    /// The activity of a second.
    var weight: UInt32 = 1

    /// The second at which this much activity of the year has passed, which is inside of the hour.
    func second(_ units: Int64) -> Int64 { first + Int64(UInt32(units - begin) / weight) }
  }

  /// The hour in which this much activity of the year has passed.
  private func hour(_ units: Int64) -> Hour {
    let day = dayUnits[24]
    let (days, rest) = (units / day, units % day)
    var number = 0
    while dayUnits[number + 1] <= rest { number += 1 }
    let midnight = units - rest
    return Hour(
      begin: midnight + dayUnits[number], end: midnight + dayUnits[number + 1],
      first: Self.yearStart + days * 86_400 + Int64(number) * 3600,
      weight: UInt32(data.speech.hours[number]))
  }
}

extension Int64 {
  /// A product of two words divided by a third.
  fileprivate init(_ fraction: ((high: UInt64, low: UInt64), UInt64)) {
    let (product, divisor) = fraction
    self = Int64(divisor.dividingFullWidth(product).quotient)
  }
}
