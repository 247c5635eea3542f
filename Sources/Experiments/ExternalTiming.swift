import Benchmarking
public import Store

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

    init(p50: Int, p90: Int, p99: Int) { (self.p50, self.p90, self.p99) = (p50, p90, p99) }

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

  init(roundTrip: Percentiles? = nil, compute: Percentiles? = nil, echo: Percentiles? = nil) {
    (self.roundTrip, self.compute, self.echo) = (roundTrip, compute, echo)
  }
}

extension ExternalTiming {
  /// What a run keeps: its histograms, and the echo's median where it was measured.
  ///
  /// - Throws: `StoreError`.
  public init(of run: Int, in workbench: Workbench) throws {
    roundTrip = try workbench.latency(run: run).flatMap(Percentiles.init)
    compute = try workbench.compute(run: run).flatMap(Percentiles.init)
    let facts = try workbench.facts(run: run)
    func fact(_ name: String) -> Int? {
      facts.first { $0.name == name }.flatMap { Int($0.value) }
    }
    if let p50 = fact("echo_p50_ns"), let p90 = fact("echo_p90_ns"), let p99 = fact("echo_p99_ns") {
      echo = Percentiles(p50: p50, p90: p90, p99: p99)
    }
  }
}
