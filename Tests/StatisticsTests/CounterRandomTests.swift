import Statistics
import Testing

struct CounterRandomTests {
  @Test func goldenValues() {
    // Generated corpora depend on these numbers to the last bit.
    var random = CounterRandom(seed: 7, stream: 3)
    let first = [random.next(), random.next(), random.next()]
    #expect(first == goldenOfSeed7Stream3)
    #expect(CounterRandom.mix(0) == 0)
    // The first output of SplitMix64 with state 0.
    #expect(CounterRandom.mix(0x9E37_79B9_7F4A_7C15) == 0xE220_A839_7B1D_CDAF)
  }

  private let goldenOfSeed7Stream3: [UInt64] = [
    0x8D43_2629_3AA8_1B40, 0x495D_7DE6_494F_DD10, 0x6E06_0983_DF2A_30E8,
  ]

  @Test func positionsAndSequenceAgree() {
    var random = CounterRandom(seed: 1, stream: 2)
    for index in 0..<100 {
      #expect(random.next() == CounterRandom(seed: 1, stream: 2).value(at: UInt64(index)))
    }
  }

  @Test func streamsSeedsAndPurposesShareNoNumber() {
    var seen: Set<UInt64> = []
    for seed in 0..<10 {
      for stream in 0..<10 {
        for purpose in 0..<3 {
          var random = CounterRandom(
            seed: UInt64(seed), stream: UInt64(stream), purpose: UInt64(purpose))
          for _ in 0..<20 { seen.insert(random.next()) }
        }
      }
    }
    #expect(seen.count == 10 * 10 * 3 * 20)
  }

  @Test func neighbouringStreamsDifferInHalfOfTheirBits() {
    var differing = 0
    for stream in 0..<1000 {
      let a = CounterRandom(seed: 5, stream: UInt64(stream)).value(at: 0)
      let b = CounterRandom(seed: 5, stream: UInt64(stream + 1)).value(at: 0)
      differing += (a ^ b).nonzeroBitCount
    }
    // 32,000 expected, standard deviation 126.
    #expect(abs(differing - 32_000) < 700)
  }

  @Test(arguments: [1, 2, 3, 7, 10]) func belowIsUniform(bound: Int) {
    var random = CounterRandom(seed: 11, stream: UInt64(bound))
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<(1000 * bound) { counts[random.below(bound)] += 1 }
    // Standard deviation of a count: at most 32.
    for count in counts { #expect(abs(count - 1000) < 160) }
  }

  @Test func unitIsUniformBelowOne() {
    var random = CounterRandom(seed: 2, stream: 9)
    let values = (0..<4000).map { _ in random.unit() }
    #expect(values.allSatisfy { (0..<1).contains($0) })
    #expect(abs(values.reduce(0, +) / 4000 - 0.5) < 0.025)
    #expect(values.allSatisfy { $0 * 0x1p53 == ($0 * 0x1p53).rounded() })
  }
}
