import Statistics

/// Times contestants side by side: in blocks, each once per block, in a seeded random order.
///
/// Machines drift: frequency, neighbours, caches. Two figures taken minutes apart do not compare;
/// two of one block do. So ratios are formed block by block and then summarised. A benchmark is
/// also a test: every sample carries the answer that is expected, and a wrong answer is an error,
/// never a time. The law is that of rebar (Gallant 2023) and of Mytkowicz, Diwan, Hauswirth and
/// Sweeney (2009, doi:10.1145/1508244.1508275).
///
/// ```swift
/// let result = try InterleavedComparison(blocks: 7, seed: 1).run([
///   Contestant("sort", expecting: sorted) { numbers.sorted() },
///   Contestant("heap", expecting: sorted) { heapSorted(numbers) },
/// ])
/// result.ratio(of: "heap", to: "sort")?.median  // 2.4
/// ```
public struct InterleavedComparison: Sendable {
  /// How many samples each contestant gives.
  public var blocks: Int
  /// How many blocks are run before and thrown away.
  public var warmUpBlocks: Int
  /// The seed of the order within blocks.
  public var seed: UInt64
  /// Whether a build without optimisation may measure, as tests of the harness do.
  public var allowsDebug: Bool

  /// A comparison of seven blocks after one of warm-up, unless said.
  ///
  /// - Precondition: `blocks` > 0 and `warmUpBlocks` ≥ 0.
  public init(blocks: Int = 7, warmUpBlocks: Int = 1, seed: UInt64 = 0, allowsDebug: Bool = false) {
    precondition(blocks > 0 && warmUpBlocks >= 0, "a comparison needs blocks")
    (self.blocks, self.warmUpBlocks) = (blocks, warmUpBlocks)
    (self.seed, self.allowsDebug) = (seed, allowsDebug)
  }

  /// Runs all blocks.
  ///
  /// - Parameters:
  ///   - contestants: with distinct names.
  ///   - checkpoint: called before every sample; what it throws ends the run as it is.
  /// - Throws: ``ComparisonError`` for a debug build, a wrong answer or a contestant that threw.
  public func run(
    _ contestants: [Contestant], checkpoint: () throws -> Void = {}
  ) throws -> ComparisonResult {
    guard allowsDebug || !MachineEnvironment.isDebugBuild else { throw ComparisonError.debugBuild }
    precondition(
      Set(contestants.map(\.name)).count == contestants.count, "contestants need distinct names")
    var samples = contestants.map { _ in [Duration]() }
    for block in 0..<(warmUpBlocks + blocks) {
      var random = CounterRandom(seed: seed, stream: UInt64(block), purpose: 0xB10C)
      for index in random.permutation(of: contestants.count) {
        try checkpoint()
        let elapsed = try contestants[index].sample()
        if block >= warmUpBlocks { samples[index].append(elapsed) }
      }
    }
    return ComparisonResult(
      rows: zip(contestants, samples).map { ComparisonResult.Row(name: $0.name, samples: $1) })
  }
}

/// Why a comparison gives no figures.
public enum ComparisonError: Error, Equatable, CustomStringConvertible {
  /// The code was compiled without optimisation.
  case debugBuild
  /// A sample gave another answer than was expected.
  case wrongAnswer(contestant: String, expected: String, found: String)
  /// Twice the work took less than twice the time: the optimiser removed it.
  case barrierFailed(ratio: Double)
  /// A contestant threw.
  case failed(contestant: String, reason: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .debugBuild: "a debug build measures nothing; build with -c release"
    case .wrongAnswer(let contestant, let expected, let found):
      "\(contestant): the answer was \(found); expected \(expected)"
    case .barrierFailed(let ratio):
      "the optimiser barrier does not hold: twice the work took \(ratio) times as long; "
        + "expected at least \(BarrierTest.leastRatio)"
    case .failed(let contestant, let reason): "\(contestant): \(reason)"
    }
  }
}
