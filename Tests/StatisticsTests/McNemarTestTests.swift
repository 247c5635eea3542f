import Statistics
import Testing

struct McNemarTestTests {
  @Test func tenAgainstTwo() {
    for test in [
      McNemarTest(onlyFirst: 10, onlySecond: 2), McNemarTest(onlyFirst: 2, onlySecond: 10),
    ] {
      #expect(abs(test.exact - 0.0385742188) < 1e-10)
      #expect(abs(test.midP - 0.0224609375) < 1e-10)
    }
  }

  @Test func countsAreKeptAsTheyWereGiven() {
    let test = McNemarTest(onlyFirst: 10, onlySecond: 2)
    #expect(test.onlyFirst == 10 && test.onlySecond == 2)
    let turned = McNemarTest(onlyFirst: 2, onlySecond: 10)
    #expect(test != turned, "the same p, but the other one is ahead")
    #expect(test.exact == turned.exact && test.midP == turned.midP)
  }

  @Test func equalCountsSayNothing() {
    let test = McNemarTest(onlyFirst: 5, onlySecond: 5)
    #expect(test.exact == 1)
    // 1 − P(5 of 10)/2
    #expect(abs(test.midP - (1 - 252.0 / 1024 / 2)) < 1e-12)
    #expect(McNemarTest(onlyFirst: 0, onlySecond: 0).exact == 1)
    #expect(McNemarTest(onlyFirst: 0, onlySecond: 0).midP == 1)
  }

  @Test func onlyOneSide() {
    let test = McNemarTest(onlyFirst: 6, onlySecond: 0)
    #expect(abs(test.exact - 2.0 / 64) < 1e-14)
    #expect(abs(test.midP - 1.0 / 64) < 1e-14)
  }

  @Test func manyUnitsDoNotUnderflow() {
    // scipy.stats.binomtest(2400, 5000).pvalue
    let test = McNemarTest(onlyFirst: 2400, onlySecond: 2600)
    #expect(abs(test.exact - exactOf2400) < 1e-9)
    #expect(test.midP < test.exact)
  }

  private let exactOf2400 = 0.004883649737517494

  @Test(arguments: 0..<60 as Range<UInt64>) func laws(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    let (a, b) = (random.below(60), random.below(60))
    let test = McNemarTest(onlyFirst: a, onlySecond: b)
    let swapped = McNemarTest(onlyFirst: b, onlySecond: a)
    #expect(test.exact == swapped.exact && test.midP == swapped.midP, "\(a) and \(b)")
    #expect(0 <= test.midP && test.midP <= test.exact && test.exact <= 1, "\(a) and \(b)")
    // One more on the larger side, one less on the other, is never less significant.
    if a >= b, b > 0 {
      let apart = McNemarTest(onlyFirst: a + 1, onlySecond: b - 1)
      #expect(apart.exact <= test.exact && apart.midP <= test.midP, "\(a) and \(b)")
    }
  }
}
