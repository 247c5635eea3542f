import Statistics
import Testing

@testable import Evaluation

struct MetricSuiteTests {
  @Test func namesAreTheContractInItsOrder() {
    #expect(
      MetricSuite.names.joined(separator: " ")
        == "precision recall f1 f0_5 f2 mcc fpr average_precision auroc recall_at_fpr_0_01 "
        + "recall_at_fpr_0_001 precision_at_recall_0_9 erde_5 erde_50 f_latency speed "
        + "f_latency_onset erisk_f_latency erisk_speed latency_median delay_median premature "
        + "false_alerts_per_1000 brier log_loss ece")
    #expect(MetricSuite.families.flatMap { $0.names }.sorted() == MetricSuite.names.sorted())
    #expect(MetricSuite.evaluate([]).map(\.name) == MetricSuite.names)
  }

  @Test func nothingHasNoMetrics() {
    for value in MetricSuite.evaluate([]) {
      #expect(value.value == nil && value.low == nil && value.high == nil)
      #expect(!value.isUndefined)
    }
  }

  @Test(arguments: 0..<30) func weightsAreMultiplicities(seed: Int) {
    let units = randomUnits(40, seed: UInt64(seed))
    var random = CounterRandom(seed: UInt64(seed), stream: 1)
    // Some lists lose a class altogether.
    let weights = units.map { $0.isPositive && seed % 7 == 6 ? 0 : random.below(4) }
    let weighted = MetricPlan(units).values(weights)
    let listed = MetricSuite.evaluate(expanded(units, weights), bootstrap: nil)
    for (weighted, listed) in zip(weighted, listed) {
      let value = weighted.value.flatMap { $0.isFinite ? $0 : nil }
      #expect(isClose(value, listed.value), "\(listed.name), seed \(seed)")
      #expect(weighted.count == listed.count, "\(listed.name), seed \(seed)")
      #expect(weighted.isUndefined == listed.isUndefined, "\(listed.name), seed \(seed)")
    }
  }

  @Test(arguments: 0..<10) func theOrderOfAListDoesNotMatter(seed: Int) {
    let units = randomUnits(40, seed: UInt64(seed))
    var random = CounterRandom(seed: UInt64(seed), stream: 1)
    let shuffled = random.permutation(of: units.count).map { units[$0] }
    let bootstrap = Bootstrap(resamples: 20, seed: 3)
    #expect(
      MetricSuite.evaluate(units, bootstrap: bootstrap)
        == MetricSuite.evaluate(shuffled, bootstrap: bootstrap), "seed \(seed)")
  }

  @Test(arguments: 0..<10) func risingTransformsLeaveTheRankingAlone(seed: Int) {
    let units = randomUnits(60, seed: UInt64(seed))
    let cubed = units.map { old in
      var new = old
      new.score = old.score.map { $0 * $0 * $0 * 10 - 3 }
      return new
    }
    for name in RankingMetrics.names + DecisionMetrics.names + LatencyMetrics.names {
      #expect(metrics(of: cubed)[name] == metrics(of: units)[name], "\(name), seed \(seed)")
    }
  }

  @Test(arguments: [true, false]) func oneClassGivesNoNaN(positive: Bool) {
    let units = (0..<12).map {
      unit(
        $0, positive, score: Double($0) / 12, alert: $0 % 2 == 0 ? $0 + 1 : nil,
        onset: positive ? 5 : nil)
    }
    for metric in MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 10)) {
      for number in [metric.value, metric.low, metric.high] { #expect(number?.isFinite != false) }
    }
  }

  @Test func sameSeedSameInterval() {
    let units = randomUnits(50, seed: 4)
    let first = MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 50, seed: 1))
    #expect(first == MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 50, seed: 1)))
    #expect(first != MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 50, seed: 2)))
  }

  @Test(arguments: 0..<5) func intervalsHoldTheirValue(seed: Int) {
    let units = randomUnits(80, seed: UInt64(seed))
    for metric in MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 100)) {
      guard let value = metric.value, let low = metric.low, let high = metric.high else { continue }
      #expect(low <= value && value <= high, "\(metric.name), seed \(seed)")
    }
  }

  @Test func intervalsCoverTheTruth() {
    // A detector with recall .7: of 80 samples about 76 intervals should hold it.
    let covered = (0..<80).count { (sample: Int) in
      var random = CounterRandom(seed: 99, stream: UInt64(sample))
      let units = (0..<60).map {
        unit($0, $0 < 40, alert: random.unit() < ($0 < 40 ? 0.7 : 0.1) ? 1 : nil)
      }
      let recall = MetricSuite.evaluate(
        units, bootstrap: Bootstrap(resamples: 120, seed: UInt64(sample)))[1]
      guard let low = recall.low, let high = recall.high else { return false }
      return low <= 0.7 && 0.7 <= high
    }
    #expect(covered >= 68, "\(covered) of 80")
  }

  @Test func copiesInOneClusterDoNotNarrowTheInterval() {
    func width(_ units: [EvaluatedConversation]) -> Double {
      let f1 = MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 200))[2]
      return (f1.high ?? 0) - (f1.low ?? 0)
    }
    let base = (0..<60).map { unit($0, $0 < 30, alert: $0 % 3 == 0 ? 1 : nil) }
    func copies(clustered: Bool) -> [EvaluatedConversation] {
      (0..<240).map { id in
        var copy = base[id / 4]
        (copy.id, copy.cluster) = ("c\(id)", clustered ? "g\(id / 4)" : "g\(id)")
        return copy
      }
    }
    let (clustered, apart) = (width(copies(clustered: true)), width(copies(clustered: false)))
    #expect(clustered > 1.5 * apart)
    #expect(abs(clustered / width(base) - 1) < 0.25)
  }

  @Test func aDifferenceIsPaired() {
    let a = randomUnits(80, seed: 1)
    let b = a.map { old in
      var new = old
      if new.id == "c0" { new.alert = old.alert == nil ? 1 : nil }
      return new
    }
    let bootstrap = Bootstrap(resamples: 100)
    let same = MetricSuite.difference("f1", a, a, bootstrap: bootstrap)
    #expect(same.value == 0 && same.low == 0 && same.high == 0)
    let f1 = (metrics(of: a)["f1"]?.value ?? 0) - (metrics(of: b)["f1"]?.value ?? 0)
    let difference = MetricSuite.difference("f1", a, b, bootstrap: bootstrap)
    #expect(isClose(difference.value, f1))
    let own = MetricSuite.evaluate(a, bootstrap: bootstrap)[2]
    // One conversation differs: the interval of the difference is far narrower than that of either.
    #expect((difference.high ?? 9) - (difference.low ?? 0) < ((own.high ?? 0) - (own.low ?? 0)) / 2)
  }

  @Test(arguments: MetricSuite.names) func everyMetricHasADifference(name: String) {
    let a = randomUnits(40, seed: 1)
    let b = a.map { old in
      var new = old
      new.score = old.score.map { 1 - $0 }
      return new
    }
    let result = MetricSuite.difference(name, a, b, bootstrap: Bootstrap(resamples: 10))
    #expect(result.name == name)
    let (x, y) = (metrics(of: a)[name]?.value, metrics(of: b)[name]?.value)
    #expect(isClose(result.value, x.flatMap { x in y.map { x - $0 } }))
  }

  @Test(arguments: MetricSuite.names) func oneMetricAloneIsThatOfTheTable(name: String) {
    let units = randomUnits(50, seed: 12)
    let bootstrap = Bootstrap(resamples: 30, seed: 5)
    let table = MetricSuite.evaluate(units, bootstrap: bootstrap)
    #expect(
      table.first { $0.name == name } == MetricSuite.value(name, units, bootstrap: bootstrap))
    #expect(MetricSuite.value(name, [], bootstrap: bootstrap).value == nil)
  }
}
