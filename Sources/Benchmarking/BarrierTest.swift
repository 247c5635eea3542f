import Statistics

/// Whether ``blackHole(_:)`` keeps the optimiser from removing work: twice the repetitions must take
/// about twice the time. A harness that fails this measures nothing.
///
/// ```swift
/// try BarrierTest.check()  // throws where the work was optimised away
/// ```
public enum BarrierTest {
  /// What twice the repetitions must take at least, as a multiple of the time of once.
  public static let leastRatio = 1.5

  /// Measures, and refuses to go on where time does not grow with the work.
  ///
  /// - Throws: ``ComparisonError/barrierFailed(ratio:)``.
  public static func check() throws(ComparisonError) {
    let found = ratio { repetitions in
      MonotonicClock.measure { work(repetitions) }.elapsed.seconds
    }
    guard found >= leastRatio else { throw .barrierFailed(ratio: found) }
  }

  /// The time of twice as many repetitions over that of once: the median over interleaved pairs.
  ///
  /// - Parameters:
  ///   - repetitions: how often the work is done; twice that in the other half of a pair.
  ///   - pairs: how many pairs are timed.
  ///   - seconds: the time of so many repetitions.
  static func ratio(
    repetitions: Int = 200_000, pairs: Int = 15, seconds: (Int) -> Double
  ) -> Double {
    _ = seconds(repetitions)
    let ratios = (0..<pairs).map { number -> Double in
      // Which half comes first changes, so that a machine that slows down favours none.
      let first = seconds(number % 2 == 0 ? repetitions : 2 * repetitions)
      let second = seconds(number % 2 == 0 ? 2 * repetitions : repetitions)
      return number % 2 == 0 ? second / first : first / second
    }
    return OrderStatistics.median(ratios.filter(\.isFinite)) ?? 0
  }

  /// Steps of a counter that nothing but the barrier looks at.
  private static func work(_ repetitions: Int) {
    var state: UInt64 = 1
    for _ in 0..<repetitions {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      blackHole(state)
    }
  }
}
