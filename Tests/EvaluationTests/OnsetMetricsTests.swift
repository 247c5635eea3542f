import Evaluation
import Testing

struct OnsetMetricsTests {
  @Test func aPrematureAlertCountsAsAFalsePositive() {
    let units = delayExample + [unit(4, false, alert: 2), unit(5, false)]
    let values = metrics(of: units)
    // TP 2 of 4, retrieved 4: F1 .5; penalties of latencies 5 and 23.
    let penalty = LatencyPenalty.espd
    let speed = 1 - (penalty.value(at: 5) + penalty.value(at: 23)) / 2
    #expect(isClose(values["f_latency_onset"]?.value, 0.5 * speed))
    #expect(isClose(values["f1"]?.value, 6.0 / 8))
    #expect(values["premature"]?.value == 0.25)
    #expect(values["premature"]?.count == 4)
    #expect(values["f_latency_onset"]?.count == 6)
  }

  @Test func anAlertAtTheOnsetCostsNothing() {
    let values = metrics(of: [unit(0, true, alert: 30, onset: 30), unit(1, false)])
    #expect(values["f_latency_onset"]?.value == 1)
    #expect(values["delay_median"]?.value == 0)
  }

  @Test func theMedianDelayCountsTheMisses() {
    // Without the misses it would be 2: the curve falls to .75, .5 at 2, 4 …
    var units = [2, 2, 4].enumerated().map { unit($0, true, alert: 10 + $1, onset: 10) }
    units += [unit(3, true, onset: 10), unit(4, true, onset: 10), unit(5, true, onset: 10)]
    #expect(metrics(of: units)["delay_median"]?.value == 4)
    units.append(unit(6, true, onset: 10))
    #expect(metrics(of: units)["delay_median"]?.value == nil)
  }

  @Test func aMissThatEndedEarlyIsCensoredNotCounted() {
    // One alert at 1 of three; two misses end at once: the third alert at 5 takes the curve to 0.
    let units = [
      unit(0, true, alert: 11, onset: 10), unit(1, true, onset: 10, messages: 12),
      unit(2, true, alert: 15, onset: 10),
    ]
    #expect(metrics(of: units)["delay_median"]?.value == 5)
  }

  @Test func aPrematureAlertIsADelayOfZero() {
    let units = [unit(0, true, alert: 2, onset: 10), unit(1, true, onset: 10)]
    #expect(metrics(of: units)["delay_median"]?.value == 0)
  }

  @Test func withoutAnOnsetNothingIsSaid() {
    let values = metrics(of: [unit(0, true, alert: 3), unit(1, false)])
    for name in ["f_latency_onset", "delay_median", "premature"] {
      #expect(values[name]?.value == nil)
      #expect(values[name]?.count == 0)
    }
  }

  @Test func onlyPrematureAlertsAreZeroAndFlagged() {
    let value = metrics(of: [unit(0, true, alert: 2, onset: 9), unit(1, false)])["f_latency_onset"]
    #expect(value?.value == 0)
    #expect(value?.isUndefined == true)
  }

  @Test func anIntervalOfADelayThatManyResamplesDoNotReachHasNoUpperEnd() {
    let units = (0..<20).map { unit($0, true, alert: $0 < 11 ? 10 + $0 : nil, onset: 10) }
    let value = MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 100))
      .first { $0.name == "delay_median" }
    #expect(value?.value == 9)
    #expect(value?.low != nil)
    #expect(value?.high == nil)
  }
}
