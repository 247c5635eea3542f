import Evaluation
import Testing

struct LatencyMetricsTests {
  @Test func fLatencyIsF1TimesSpeed() {
    // TP 80, FP 10, FN 20; the true positives alert at 5, 20 and 90 in equal parts but for two.
    let latencies = (0..<80).map { [5, 20, 90][$0 % 3] }
    let units =
      latencies.enumerated().map { unit($0, true, alert: $1) }
      + (80..<100).map { unit($0, true) } + (100..<110).map { unit($0, false, alert: 1) }
      + (110..<200).map { unit($0, false) }
    let values = metrics(of: units)
    #expect(isClose(values["f1"]?.value, 0.8421052632, tolerance: 1e-10))
    #expect(isClose(values["speed"]?.value, 0.8832669983, tolerance: 1e-10))
    #expect(isClose(values["f_latency"]?.value, 0.7438037880, tolerance: 1e-10))
    #expect(values["latency_median"]?.value == 20)
    #expect(values["speed"]?.count == 80)
  }

  @Test func twentyUsersOfERisk() {
    let values = metrics(of: eRiskExample)
    #expect(values["latency_median"]?.value == 5)
    #expect(isClose(values["erisk_speed"]?.value, 0.9844012653, tolerance: 1e-10))
    #expect(isClose(values["erisk_f_latency"]?.value, 0.7383009490, tolerance: 1e-10))
  }

  @Test func withoutATruePositiveSpeedIsZeroAndFlagged() {
    let values = metrics(of: [unit(0, true), unit(1, false, alert: 1)])
    for name in ["speed", "f_latency", "erisk_speed", "erisk_f_latency"] {
      #expect(values[name]?.value == 0)
      #expect(values[name]?.isUndefined == true)
    }
    #expect(values["latency_median"]?.value == nil)
  }

  @Test func withoutGroomingNothingIsSaid() {
    let values = metrics(of: [unit(0, false, alert: 1)])
    for name in ["speed", "f_latency", "erisk_speed", "erisk_f_latency", "latency_median"] {
      #expect(values[name]?.value == nil)
    }
  }
}
