/// One side of a comparison: a name, the work, and the answer the work must give.
///
/// Answers are printed when they are wrong, so they must not hold chat: counts and checksums do.
public struct Contestant {
  /// The name in tables.
  public let name: String
  /// Prepares, works, verifies; gives the time of the work alone.
  let sample: () throws -> Duration

  /// Work that the harness times by the wall.
  ///
  /// - Parameters:
  ///   - expected: what every sample must give.
  ///   - setUp: called before every sample, outside the time.
  ///   - body: the work.
  public init<Answer: Equatable>(
    _ name: String, expecting expected: Answer, setUp: @escaping () throws -> Void = {},
    _ body: @escaping () throws -> Answer
  ) {
    self.init(name, expecting: expected) {
      try setUp()
      let (answer, elapsed) = try MonotonicClock.measure { () throws in
        let answer = try body()
        blackHole(answer)
        return answer
      }
      return (answer, elapsed)
    }
  }

  /// Work that times itself, such as a child process that leaves its own start-up out.
  public init<Answer: Equatable>(
    _ name: String, expecting expected: Answer,
    selfTimed body: @escaping () throws -> (answer: Answer, elapsed: Duration)
  ) {
    self.name = name
    sample = {
      let outcome: (answer: Answer, elapsed: Duration)
      do {
        outcome = try body()
      } catch {
        throw ComparisonError.failed(contestant: name, reason: "\(error)")
      }
      guard outcome.answer == expected else {
        throw ComparisonError.wrongAnswer(
          contestant: name, expected: "\(expected)", found: "\(outcome.answer)")
      }
      return outcome.elapsed
    }
  }
}
