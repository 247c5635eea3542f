import Statistics
import Testing

@testable import Evaluation

struct BaseRateTests {
  @Test(arguments: [(0.01, 0.4761904762), (0.001, 0.0826446281)])
  func precisionFallsWithPrevalence(prevalence: Double, precision: Double) {
    let exact = BaseRate.precision(recall: 0.9, falseAlarmRate: 0.01, prevalence: prevalence)
    #expect(isClose(exact, precision, tolerance: 1e-10))
    let counted = BaseRate(
      prevalence: prevalence, truePositives: 90, positives: 100, falsePositives: 5, negatives: 500)
    #expect(isClose(counted.value, precision, tolerance: 1e-10))
    #expect(!counted.isBound)
  }

  @Test func alertsPerTrueAlertIsTheInverse() throws {
    let rate = BaseRate(
      prevalence: 0.001, truePositives: 90, positives: 100, falsePositives: 5, negatives: 500)
    #expect(isClose(rate.alertsPerTrueAlert, 12.1, tolerance: 1e-9))
    #expect(isClose(rate.alertsPerTrueAlertLow, 1 / (try #require(rate.high))))
    #expect(isClose(rate.alertsPerTrueAlertHigh, 1 / (try #require(rate.low))))
  }

  @Test func bothIntervalsAreCarriedThrough() throws {
    let rate = BaseRate(
      prevalence: 0.01, truePositives: 200, positives: 254, falsePositives: 3, negatives: 300)
    let alarms = try #require(WilsonInterval(successes: 3, trials: 300))
    #expect(
      isClose(
        rate.low,
        BaseRate.precision(
          recall: 0.7329963328, falseAlarmRate: alarms.high, prevalence: 0.01)))
    #expect(
      isClose(
        rate.high,
        BaseRate.precision(
          recall: 0.8332430946, falseAlarmRate: alarms.low, prevalence: 0.01)))
    let value = try #require(rate.value)
    #expect(try #require(rate.low) < value)
    #expect(value < (try #require(rate.high)))
  }

  @Test func noFalseAlarmIsNoRateOfZero() {
    let rate = BaseRate(
      prevalence: 0.01, truePositives: 100, positives: 100, falsePositives: 0, negatives: 300)
    #expect(rate.isBound)
    #expect(
      isClose(
        rate.value,
        BaseRate.precision(recall: 1, falseAlarmRate: 0.0126429712, prevalence: 0.01)))
    #expect(rate.high == 1)
  }

  @Test func atItsOwnPrevalenceItIsThePrecision() {
    let units = randomUnits(200, seed: 5)
    let positives = units.count { $0.isPositive }
    let rate = BaseRate(
      prevalence: Double(positives) / 200,
      truePositives: units.count { $0.isPositive && $0.isRetrieved }, positives: positives,
      falsePositives: units.count { !$0.isPositive && $0.isRetrieved },
      negatives: 200 - positives)
    #expect(isClose(rate.value, metrics(of: units)["precision"]?.value))
  }

  @Test func missingClassesAndMissingHitsHaveNoNaN() {
    let alone = BaseRate.all(of: [unit(0, true, alert: 3)])
    #expect(alone.map(\.prevalence) == [0.05, 0.01, 0.001, 0.0001])
    #expect(alone.allSatisfy { $0.value == nil && $0.low == nil && $0.high == nil })
    #expect(BaseRate.all(of: []).allSatisfy { $0.value == nil })
    let silent = BaseRate.all(of: [unit(0, true), unit(1, false)])
    #expect(silent.allSatisfy { $0.value == 0 && $0.alertsPerTrueAlert == nil })
  }
}
