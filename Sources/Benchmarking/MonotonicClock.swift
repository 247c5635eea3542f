import Glibc

/// The clock that only goes forward, at the least cost of a reading (`CLOCK_MONOTONIC`, about 25
/// ns).
///
/// ```swift
/// let start = MonotonicClock.nanoseconds()
/// work()
/// let elapsed = MonotonicClock.nanoseconds() - start
/// ```
public enum MonotonicClock {
  /// Nanoseconds since some moment in the past; only differences mean anything. Allocates nothing.
  public static func nanoseconds() -> Int { read(CLOCK_MONOTONIC) }

  /// How long `body` took, and what it gave.
  public static func measure<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> (result: Result, elapsed: Duration) {
    let start = nanoseconds()
    let result = try body()
    return (result, .nanoseconds(nanoseconds() - start))
  }
}

/// Processor time spent, without the time spent waiting or displaced by others.
public enum CPUClock: Sendable, CaseIterable {
  /// Of all threads of this process.
  case process
  /// Of the calling thread (a reading costs about half a microsecond).
  case thread

  /// Nanoseconds of processor time so far.
  public func nanoseconds() -> Int {
    switch self {
    case .process: read(CLOCK_PROCESS_CPUTIME_ID)
    case .thread: read(CLOCK_THREAD_CPUTIME_ID)
    }
  }
}

private func read(_ clock: clockid_t) -> Int {
  var time = timespec()
  // Fails only for a clock that the system does not have; these three are required of Linux.
  clock_gettime(clock, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

extension Duration {
  /// The duration in seconds, as a number for rates and ratios.
  public var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
