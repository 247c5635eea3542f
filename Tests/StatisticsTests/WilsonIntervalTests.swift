import Statistics
import Testing

struct WilsonIntervalTests {
  @Test func twoHundredOf254() throws {
    let interval = try #require(WilsonInterval(successes: 200, trials: 254))
    #expect(abs(interval.low - 0.7329963328) < 1e-10)
    #expect(abs(interval.high - 0.8332430946) < 1e-10)
  }

  @Test func noneOf300IsNotARateOfZero() throws {
    let interval = try #require(WilsonInterval(successes: 0, trials: 300))
    #expect(interval.low == 0)
    #expect(abs(interval.high - 0.0126429712) < 1e-10)
  }

  @Test func endsMirror() throws {
    let some = try #require(WilsonInterval(successes: 3, trials: 10))
    let rest = try #require(WilsonInterval(successes: 7, trials: 10))
    #expect(abs(some.low + rest.high - 1) < 1e-12)
    #expect(WilsonInterval(successes: 10, trials: 10)?.high == 1)
  }

  @Test func noTrialsNoInterval() {
    #expect(WilsonInterval(successes: 0, trials: 0) == nil)
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func laws(seed: UInt64) throws {
    var random = CounterRandom(seed: seed, stream: 0)
    let trials = 1 + random.below(500)
    let successes = random.below(trials + 1)
    let rate = Double(successes) / Double(trials)
    let note: Comment = "\(successes) of \(trials)"
    let interval = try #require(WilsonInterval(successes: successes, trials: trials))
    #expect(0 <= interval.low && interval.low <= rate, note)
    #expect(rate <= interval.high && interval.high <= 1, note)
    // More of the same says more, and less confidence asks for less.
    let more = try #require(WilsonInterval(successes: 4 * successes, trials: 4 * trials))
    #expect(more.high - more.low < interval.high - interval.low, note)
    let loose = try #require(WilsonInterval(successes: successes, trials: trials, z: 1))
    #expect(interval.low <= loose.low && loose.high <= interval.high, note)
  }
}
