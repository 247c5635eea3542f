import Benchmarking

/// How long a detector from elsewhere takes for a message.
public struct ExternalTiming: Sendable, Equatable {
  /// Three percentiles of a histogram, in nanoseconds.
  public struct Percentiles: Sendable, Equatable {
    /// The median.
    public var p50: Int
    /// Nine of ten do not pass it.
    public var p90: Int
    /// Ninety-nine of a hundred do not pass it.
    public var p99: Int

    /// Those of a histogram; nil without samples.
    init?(_ histogram: LatencyHistogram) {
      guard let p50 = histogram.value(atPercentile: 50),
        let p90 = histogram.value(atPercentile: 90), let p99 = histogram.value(atPercentile: 99)
      else { return nil }
      (self.p50, self.p90, self.p99) = (p50, p90, p99)
    }

    /// `{"p50":…,"p90":…,"p99":…}`
    public var json: JSONText {
      .object([("p50", .integer(p50)), ("p90", .integer(p90)), ("p99", .integer(p99))])
    }
  }

  /// From the write of a message to its reply, as the host measures.
  public var roundTrip: Percentiles?
  /// What the detector says that it computed.
  public var compute: Percentiles?
  /// The round trip of a detector that does nothing: shown beside, never subtracted.
  public var echo: Percentiles?
}
