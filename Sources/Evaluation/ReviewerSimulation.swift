import Statistics

/// What a team of reviewers gets done with the alerts of a detector: a queue, played through.
///
/// Conversations arrive evenly at random over working time; each is drawn with replacement from the
/// evaluated ones, grooming with probability `prevalence`, benign otherwise. Those with an alert
/// become cases. A free reviewer takes the waiting case of the highest score (ties: the one that
/// came first; no score: last) and is busy for `minutesPerCase`. Time is working time alone: a day
/// has `minutesPerDay` minutes, and what is open in the evening goes on in the morning. A case that
/// would not be finished by the end of the last day is not begun.
///
/// - precision at capacity: the share of reviewed cases that are grooming;
/// - recall at capacity: the share of all grooming that arrived which was reviewed, so it pays for
///   misses of the detector as well as for cases that nobody came to;
/// - backlog: cases without a review at the end;
/// - median wait over *all* cases, those of the backlog counting as longer than any: nil where half
///   or more of them were not begun, never a median that leaves them out;
/// - reviewer minutes per true case: minutes spent / grooming cases reviewed;
/// - messages of exposure: what is written in a grooming conversation between its alert and its
///   review, on average over the cases whose times are known. What a conversation still holds after
///   the alert is spread evenly over the time it takes there; a working day lasts 24 hours on the
///   chat's clock, and a case that nobody came to waits until the end of the last day.
///
/// **Unit and range.** Shares of cases and conversations in 0…1, better when higher; the backlog in
/// cases, waits and minutes in working minutes, all 0 or above and better when lower. The measures
/// are this workbench's; the model is a queue with priorities and several servers (Kleinrock 1976,
/// Queueing Systems II, ch. 3).
///
/// **Empty**: a share without anything in its denominator is nil, never NaN. The outcome depends on
/// the order of the list (draws are by position) and on the seed alone. O(n + arrivals · log
/// arrivals + cases · reviewers). scikit-learn has no counterpart.
///
/// ```swift
/// let team = ReviewerSimulation(
///   arrivalsPerDay: 20_000, reviewers: 4, minutesPerCase: 12, prevalence: 0.001)
/// team.outcome(of: units).recall
/// ```
public struct ReviewerSimulation: Sendable, Equatable {
  /// Conversations that arrive in a working day, flagged or not.
  public let arrivalsPerDay: Int
  /// How many people review.
  public let reviewers: Int
  /// Minutes that a case takes.
  public let minutesPerCase: Double
  /// The share of arriving conversations that is grooming.
  public let prevalence: Double
  /// Working minutes of a day.
  public let minutesPerDay: Double
  /// Working days that are played through.
  public let days: Int
  /// What decides the draws.
  public let seed: UInt64

  /// A team and its traffic; eight hours a day for twenty days unless said.
  ///
  /// - Precondition: counts are at least 0, reviewers and days at least 1, minutes above 0 and
  ///   finite, `prevalence` in 0…1.
  public init(
    arrivalsPerDay: Int, reviewers: Int, minutesPerCase: Double, prevalence: Double,
    minutesPerDay: Double = 480, days: Int = 20, seed: UInt64 = 1
  ) {
    precondition(arrivalsPerDay >= 0 && reviewers > 0 && days > 0, "a team needs people and days")
    precondition(
      minutesPerCase > 0 && minutesPerCase.isFinite && minutesPerDay > 0 && minutesPerDay.isFinite,
      "work takes time")
    precondition((0...1).contains(prevalence), "a prevalence lies in 0…1")
    (self.arrivalsPerDay, self.reviewers) = (arrivalsPerDay, reviewers)
    (self.minutesPerCase, self.prevalence) = (minutesPerCase, prevalence)
    (self.minutesPerDay, self.days, self.seed) = (minutesPerDay, days, seed)
  }

  /// Plays the queue through.
  ///
  /// - Parameter minutesAfterAlert: by id, how long a conversation goes on after its alert, in
  ///   minutes of its own clock; those without are left out of exposure.
  /// - Precondition: a class that can arrive (`prevalence` above 0, below 1) has a conversation.
  public func outcome(
    of units: [EvaluatedConversation], minutesAfterAlert: [String: Double] = [:]
  ) -> ReviewerOutcome {
    let (cases, trueArrivals) = arrivals(from: units)
    let end = minutesPerDay * Double(days)
    var free = [Double](repeating: 0, count: reviewers)
    var queue = CaseQueue()
    var next = 0
    var waits: [Double] = []
    var trueReviewed = 0
    var (exposed, timed) = (0.0, 0)
    func expose(_ waiting: ReviewCase, until time: Double) {
      let unit = units[waiting.unit]
      guard waiting.isPositive, let alert = unit.alert, let minutes = minutesAfterAlert[unit.id]
      else { return }
      let left = Double(max(0, unit.messageCount - alert))
      let waited = (time - waiting.time) * (24 * 60 / minutesPerDay)
      exposed += waited >= minutes ? left : left * waited / minutes
      timed += 1
    }
    while next < cases.count || !queue.isEmpty {
      let reviewer = free.indices.min { free[$0] < free[$1] } ?? 0
      if queue.isEmpty { free[reviewer] = max(free[reviewer], cases[next].time) }
      let now = free[reviewer]
      while next < cases.count, cases[next].time <= now {
        queue.insert(cases[next])
        next += 1
      }
      // No reviewer is free earlier, so nobody can finish another case.
      guard now + minutesPerCase <= end, let chosen = queue.popFirst() else { break }
      waits.append(now - chosen.time)
      if chosen.isPositive { trueReviewed += 1 }
      expose(chosen, until: now)
      free[reviewer] = now + minutesPerCase
    }
    // Whoever is left waits until the last evening: those in the queue, and those after them.
    while let waiting = queue.popFirst() { expose(waiting, until: end) }
    for waiting in cases[next...] { expose(waiting, until: end) }
    return ReviewerOutcome(
      arrivals: arrivalsPerDay * days, trueArrivals: trueArrivals, cases: cases.count,
      reviewed: waits.count, trueReviewed: trueReviewed,
      medianWait: Self.medianWait(waits, cases: cases.count),
      minutesSpent: Double(waits.count) * minutesPerCase,
      exposedMessages: timed == 0 ? nil : exposed / Double(timed))
  }

  /// The cases by time of arrival, and how many of all arrivals are grooming.
  private func arrivals(
    from units: [EvaluatedConversation]
  ) -> (cases: [ReviewCase], trueArrivals: Int) {
    let positives = units.indices.filter { units[$0].isPositive }
    let negatives = units.indices.filter { !units[$0].isPositive }
    precondition(
      arrivalsPerDay == 0
        || (prevalence == 0 || !positives.isEmpty) && (prevalence == 1 || !negatives.isEmpty),
      "a class that arrives needs a conversation to draw")
    var random = CounterRandom(seed: seed, stream: 0)
    var cases: [ReviewCase] = []
    var trueArrivals = 0
    for number in 0..<arrivalsPerDay * days {
      let isPositive = random.unit() < prevalence
      let time = random.unit() * minutesPerDay + Double(number / arrivalsPerDay) * minutesPerDay
      let pool = isPositive ? positives : negatives
      let index = pool[random.below(pool.count)]
      let unit = units[index]
      if isPositive { trueArrivals += 1 }
      guard unit.isRetrieved else { continue }
      cases.append(
        ReviewCase(
          time: time, number: number, score: unit.usableScore ?? -.infinity,
          isPositive: isPositive, unit: index))
    }
    cases.sort { ($0.time, $0.number) < ($1.time, $1.number) }
    return (cases, trueArrivals)
  }

  private static func medianWait(_ waits: [Double], cases: Int) -> Double? {
    let waits = waits.sorted() + [Double](repeating: .infinity, count: cases - waits.count)
    return OrderStatistics.percentile(50, ofSorted: waits).flatMap { $0.isFinite ? $0 : nil }
  }
}
