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
}
