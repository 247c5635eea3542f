import Glibc
import Statistics
import Testing

@testable import Evaluation

/// Laws of the metrics of a run, on random lists; a failure names its seed.
struct MetricLawTests {
  private static let seeds: Range<UInt64> = 0..<40

  /// Metrics of a list without intervals; nil where one has no meaning.
  private func values(_ units: [EvaluatedConversation]) -> [String: Double] {
    metrics(of: units).compactMapValues(\.value)
  }

  private func changed(
    _ units: [EvaluatedConversation], _ change: (inout EvaluatedConversation) -> Void
  ) -> [EvaluatedConversation] {
    units.map { old in
      var new = old
      change(&new)
      return new
    }
  }

  @Test(arguments: seeds) func aConstantScorerHasThePrevalence(seed: UInt64) {
    let units = changed(randomUnits(30 + Int(seed) * 7, seed: seed)) { $0.score = 0.3 }
    let share = Double(units.count { $0.isPositive }) / Double(units.count)
    let values = values(units)
    #expect(isClose(values["average_precision"], share), "seed \(seed)")
    #expect(values["auroc"] == 0.5, "seed \(seed)")
    #expect(isClose(values["precision_at_recall_0_9"], share), "seed \(seed)")
  }

  @Test(arguments: seeds) func aPerfectDetectorHasOne(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 4)
    let units = changed(randomUnits(150, seed: seed)) {
      $0.score = ($0.isPositive ? 0.5 : 0) + random.unit() / 2
      $0.alert = $0.isPositive ? $0.onset : nil
    }
    let values = values(units)
    for name in [
      "precision", "recall", "f1", "f0_5", "f2", "mcc", "average_precision", "auroc",
      "precision_at_recall_0_9", "f_latency_onset",
    ] { #expect(isClose(values[name], 1), "\(name), seed \(seed)") }
    for name in ["fpr", "false_alerts_per_1000", "premature", "delay_median"] {
      #expect(values[name] == 0, "\(name), seed \(seed)")
    }
    #expect(Triage(units).ndcg(at: 10) == 1, "seed \(seed)")
    let reversed = self.values(changed(units) { $0.score = $0.score.map { 1 - $0 } })
    #expect(reversed["auroc"] == 0, "seed \(seed)")
  }

  @Test(arguments: seeds) func sharesStayInTheirRange(seed: UInt64) {
    for (name, value) in values(randomUnits(120, seed: seed)) {
      switch name {
      case "mcc": #expect((-1...1).contains(value), "\(name), seed \(seed)")
      case "false_alerts_per_1000": #expect((0...1000).contains(value), "\(name), seed \(seed)")
      case "log_loss", "delay_median": #expect(value >= 0, "\(name), seed \(seed)")
      case "latency_median": #expect(value >= 1, "\(name), seed \(seed)")
      default: #expect((0...1).contains(value), "\(name), seed \(seed)")
      }
    }
  }

  @Test(arguments: seeds) func fStandsBetweenPrecisionAndRecall(seed: UInt64) throws {
    let values = values(randomUnits(90, seed: seed))
    let (p, r) = (try #require(values["precision"]), try #require(values["recall"]))
    for name in ["f0_5", "f1", "f2"] {
      let f = try #require(values[name])
      #expect(f >= min(p, r) - 1e-12 && f <= max(p, r) + 1e-12, "\(name), seed \(seed)")
    }
    #expect(isClose(values["false_alerts_per_1000"], values["fpr"].map { 1000 * $0 }))
  }

  @Test(arguments: seeds) func lateAlertsCostMore(seed: UInt64) throws {
    let units = randomUnits(90, seed: seed)
    let before = values(units)
    let after = values(
      changed(units) { unit in unit.alert = unit.alert.map { min($0 + 7, unit.messageCount) } })
    for name in ["erde_5", "erde_50"] {
      #expect(try #require(after[name]) >= (try #require(before[name])) - 1e-12, "seed \(seed)")
    }
    for name in ["speed", "erisk_speed", "f_latency", "erisk_f_latency"] {
      #expect(try #require(after[name]) <= (try #require(before[name])) + 1e-12, "seed \(seed)")
    }
    for name in DecisionMetrics.names + RankingMetrics.names + CalibrationMetrics.names {
      #expect(after[name] == before[name], "\(name) does not know when, seed \(seed)")
    }
  }

  @Test(arguments: seeds) func latencyMetricsAreOrdered(seed: UInt64) throws {
    let values = values(randomUnits(90, seed: seed))
    func value(_ name: String) throws -> Double { try #require(values[name]) }
    // The longer limit forgives more, and the smaller p grows more slowly.
    #expect(try value("erde_50") <= value("erde_5") + 1e-12, "seed \(seed)")
    #expect(try value("speed") <= value("erisk_speed") + 1e-12, "seed \(seed)")
    #expect(try value("f_latency") <= value("f1") + 1e-12, "seed \(seed)")
    // Every onset is known here: premature alerts only take away.
    #expect(try value("f_latency_onset") <= value("f1") + 1e-12, "seed \(seed)")
  }

  @Test(arguments: seeds) func aFalseAlertNeverHelps(seed: UInt64) throws {
    let units = randomUnits(90, seed: seed)
    let quiet = try #require(units.firstIndex { !$0.isPositive && !$0.isRetrieved })
    var louder = units
    louder[quiet].alert = 1
    let (before, after) = (values(units), values(louder))
    for name in ["precision", "f1", "f0_5", "f2", "f_latency", "f_latency_onset"] {
      #expect(try #require(after[name]) <= (try #require(before[name])), "\(name), seed \(seed)")
    }
    for name in ["fpr", "erde_5", "erde_50"] {
      #expect(try #require(after[name]) > (try #require(before[name])), "\(name), seed \(seed)")
    }
    #expect(after["recall"] == before["recall"])
  }

  @Test(arguments: seeds) func risingTransformsLeaveRankingsAlone(seed: UInt64) {
    let units = randomUnits(130, seed: seed)
    let bent = changed(units) { $0.score = $0.score.map { exp(3 * $0) - 7 } }
    let (before, after) = (values(units), values(bent))
    for name in RankingMetrics.names { #expect(before[name] == after[name], "\(name), \(seed)") }
    #expect(Triage(units) == Triage(bent), "seed \(seed)")
    for curve in [Curves.roc, Curves.precisionRecall] {
      #expect(
        zip(curve(units), curve(bent)).allSatisfy { $0.x == $1.x && $0.y == $1.y }, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func theOtherWayRoundAUROCIsOneLess(seed: UInt64) {
    let units = changed(randomUnits(80, seed: seed)) { $0.score = $0.score ?? 0.5 }
    let turned = changed(units) { $0.score = $0.score.map { -$0 } }
    #expect(isClose(values(turned)["auroc"], values(units)["auroc"].map { 1 - $0 }))
    let swapped = changed(units) { $0.isPositive.toggle() }
    #expect(isClose(values(swapped)["auroc"], values(units)["auroc"].map { 1 - $0 }))
    #expect(isClose(values(swapped)["mcc"], values(units)["mcc"].map { -$0 }), "seed \(seed)")
  }

  @Test(arguments: seeds) func errorsOfProbabilitiesAreOrdered(seed: UInt64) throws {
    let units = randomUnits(100, seed: seed)
    let values = values(units)
    let (brier, ece) = (try #require(values["brier"]), try #require(values["ece"]))
    // (1 − q)² ≤ 1 − q ≤ −ln q, and a binned error is at most the mean of |q − y|.
    #expect(brier <= (try #require(values["log_loss"])), "seed \(seed)")
    #expect(ece <= brier.squareRoot() + 1e-12, "seed \(seed)")
    // Errors of opposite sign cancel in one bin of everything.
    let whole = try #require(AdaptiveCalibrationError.evaluate(units, binCount: 1).error)
    let adaptive = try #require(AdaptiveCalibrationError.evaluate(units).error)
    #expect(whole <= ece + 1e-12 && whole <= adaptive + 1e-12, "seed \(seed)")
  }

  @Test(arguments: 0..<6 as Range<UInt64>) func aDifferenceChangesItsSign(seed: UInt64) {
    let a = randomUnits(70, seed: seed)
    let b = changed(a) {
      $0.score = $0.score.map { 1 - $0 }
      $0.alert = $0.alert == nil ? 1 : nil
    }
    let bootstrap = Bootstrap(resamples: 60, seed: seed)
    let forth = MetricSuite.differences(a, b, bootstrap: bootstrap)
    for (there, back) in zip(forth, MetricSuite.differences(b, a, bootstrap: bootstrap)) {
      let note: Comment = "\(there.name), seed \(seed)"
      #expect(isClose(there.difference.value, back.difference.value.map { -$0 }), note)
      #expect(isClose(there.difference.low, back.difference.high.map { -$0 }), note)
      #expect(isClose(there.difference.high, back.difference.low.map { -$0 }), note)
      #expect(there.p == back.p, note)
    }
  }
}
