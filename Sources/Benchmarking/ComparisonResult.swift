import Statistics

/// The times of all contestants of one interleaved run.
public struct ComparisonResult: Sendable, Equatable {
  /// One contestant's times.
  public struct Row: Sendable, Equatable {
    /// The contestant.
    public let name: String
    /// One time per block, in the order of blocks.
    public let samples: [Duration]

    /// A row of times.
    public init(name: String, samples: [Duration]) { (self.name, self.samples) = (name, samples) }

    /// The middle time; zero without samples.
    public var median: Duration { duration(OrderStatistics.median(samples.map(\.seconds))) }
    /// The median distance from the median; zero without samples.
    public var medianAbsoluteDeviation: Duration {
      duration(OrderStatistics.medianAbsoluteDeviation(samples.map(\.seconds)))
    }
    /// The shortest time: the least disturbed one; zero without samples.
    public var minimum: Duration { samples.min() ?? .zero }

    private func duration(_ seconds: Double?) -> Duration { .seconds(seconds ?? 0) }
  }

  /// A ratio of times, block by block.
  public struct Ratio: Sendable, Equatable {
    /// The middle ratio.
    public let median: Double
    /// The first quartile of the ratios.
    public let low: Double
    /// The third quartile of the ratios.
    public let high: Double

    /// The summary of ratios; nil without any.
    public init?(_ ratios: [Double]) {
      let sorted = ratios.sorted()
      guard
        let low = OrderStatistics.percentile(25, ofSorted: sorted),
        let median = OrderStatistics.percentile(50, ofSorted: sorted),
        let high = OrderStatistics.percentile(75, ofSorted: sorted)
      else { return nil }
      (self.low, self.median, self.high) = (low, median, high)
    }

    /// The ratio times a constant, such as the amounts of work on both sides.
    public func scaled(by factor: Double) -> Ratio {
      Ratio(low: low * factor, median: median * factor, high: high * factor)
    }

    private init(low: Double, median: Double, high: Double) {
      (self.low, self.median, self.high) = (low, median, high)
    }
  }

  /// The contestants in the order given.
  public let rows: [Row]

  /// A result with these rows.
  public init(rows: [Row]) { self.rows = rows }

  /// The row of a contestant; nil where it did not take part.
  public subscript(name: String) -> Row? { rows.first { $0.name == name } }

  /// How many times as long the first took as the second, pair by pair; nil where one did not take
  /// part, or took no time at all.
  public func ratio(of name: String, to other: String) -> Ratio? {
    guard let first = self[name], let second = self[other] else { return nil }
    let pairs = zip(first.samples, second.samples)
    guard pairs.allSatisfy({ $1 > .zero }) else { return nil }
    return Ratio(pairs.map { $0.seconds / $1.seconds })
  }
}
