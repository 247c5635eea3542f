import Evaluation
import Testing

@testable import Reports

@Suite struct NumberTextTests {
  @Test func whatHasNoValueIsADash() {
    #expect(NumberText.value(nil, .rate) == "—")
    #expect(NumberText.value(.nan, .rate) == "—")
    #expect(NumberText.value(.infinity, .nanoseconds) == "—")
    #expect(NumberText.signed(nil) == "—")
  }

  @Test func eachStyleHasItsUnit() {
    #expect(NumberText.value(0.81249, .rate) == "0.812")
    #expect(NumberText.value(14, .messages) == "14.0")
    #expect(NumberText.value(21_300.4, .count) == "21,300")
    #expect(NumberText.value(0.5, .seconds) == "0.50 s")
    #expect(NumberText.value(75.2, .seconds) == "75 s")
    #expect(NumberText.value(999, .bytes) == "999 B")
    #expect(NumberText.value(1_234_000, .bytes) == "1.23 MB")
  }

  @Test(arguments: [
    (90.0, "90 ns"), (1000, "1.00 µs"), (12_345, "12.3 µs"), (410_000, "410 µs"),
    (2.5e6, "2.50 ms"), (3e9, "3.00 s"),
  ]) func durations(nanoseconds: Double, text: String) {
    #expect(NumberText.value(nanoseconds, .nanoseconds) == text)
  }

  @Test func noZeroHasASign() {
    #expect(NumberText.value(-0.0001, .signedRate) == "0.000")
    #expect(NumberText.value(-0.25, .signedRate) == "-0.250")
    #expect(NumberText.signed(-0.0001) == "0.000")
    #expect(NumberText.signed(0.0412) == "+0.041")
    #expect(NumberText.signed(-0.0412) == "−0.041")
  }

  @Test func intervalsNeedBothEnds() {
    let both = MetricValue("f1", 0.5, low: 0.4, high: 0.6, count: 10)
    #expect(NumberText.interval(both, .rate) == "[0.400, 0.600]")
    #expect(NumberText.interval(MetricValue("f1", 0.5, low: 0.4, count: 10), .rate) == nil)
    #expect(NumberText.interval(nil, .rate) == nil)
  }

  @Test func thousandsAreGrouped() {
    #expect(NumberText.grouped(0) == "0")
    #expect(NumberText.grouped(999) == "999")
    #expect(NumberText.grouped(1_234_567) == "1,234,567")
    #expect(NumberText.grouped(-1234) == "−1,234")
  }
}
