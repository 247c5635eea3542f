import Chat
import Evaluation
import Store

@testable import Reports

/// Invented results: plausible enough to draw, small enough to check by eye.
enum Invented {
  struct Detector {
    var name: String
    var kind = DetectorKind.builtin
    var quality: Double
    var p99: Double
  }

  static let detectors = [
    Detector(name: "lexicon", quality: 0.35, p99: 900),
    Detector(name: "naive-bayes", quality: 0.62, p99: 2400),
    Detector(name: "complement-naive-bayes", quality: 0.66, p99: 2500),
    Detector(name: "logistic-regression", quality: 0.82, p99: 5200),
    Detector(name: "linear-svm", quality: 0.81, p99: 5000),
    Detector(name: "behaviour-boosting", quality: 0.42, p99: 1500),
    Detector(name: "sk-logreg", kind: .external, quality: 0.79, p99: 410_000),
    Detector(name: "shortcut", kind: .control, quality: 0.05, p99: 300),
    Detector(name: "oracle", kind: .control, quality: 0.97, p99: 700),
  ]

  static func run(
    _ detector: Detector, policy: String = "threshold", split: String = "test",
    corpus: String = "everyday", id: Int = 1
  ) -> RunRecord {
    RunRecord(
      id: id, key: "k\(id)-\(detector.name)-\(policy)-\(split)", corpus: corpus,
      split: Split(rawValue: split) ?? .test, detector: detector.name,
      detectorKind: detector.kind, detectorVersion: 1, detectorParameters: "{\"C\":1}",
      policy: policy, policyParameters: "{\"threshold\":0.5}", view: "full", objective: "f1",
      seed: 1, status: .done, startedUTC: "2031-01-01T00:00:00Z",
      finishedUTC: "2031-01-01T00:01:00Z")
  }

  /// A row whose every figure follows from the detector's quality.
  static func row(
    _ detector: Detector, policy: String = "threshold", split: String = "test",
    corpus: String = "everyday", id: Int = 1
  ) -> ResultRow {
    let q = detector.quality
    let bonus = (split == "test-iid" ? 0.04 : 0) + (policy == "threshold" ? 0 : 0.01)
    func metric(_ name: String, _ value: Double?, _ half: Double? = nil) -> MetricValue {
      let value = value.map { min(max($0, 0), 1) }
      return MetricValue(
        name, value, low: half.flatMap { h in value.map { max($0 - h, 0) } },
        high: half.flatMap { h in value.map { min($0 + h, 1) } }, count: 1000)
    }
    var metrics = [
      metric("precision", 0.3 + 0.68 * q, 0.03), metric("recall", 0.2 + 0.75 * q, 0.03),
      metric("f1", 0.25 + 0.7 * q + bonus, 0.03), metric("fpr", 0.3 * (1 - q), 0.02),
      metric("average_precision", 0.2 + 0.78 * q + bonus, 0.025),
      metric("auroc", 0.5 + 0.49 * q, 0.02), metric("f_latency_onset", q + bonus, 0.03),
      metric("f_latency", q, 0.03), metric("premature", 0.2 * (1 - q), 0.02),
      metric("recall_at_fpr_0_001", nil),
      MetricValue("delay_median", 40 - 30 * q, low: 36 - 30 * q, high: 45 - 30 * q, count: 333),
      MetricValue("false_alerts_per_1000", 300 * (1 - q), count: 667),
    ]
    for (name, factor) in [("p50_ns", 0.3), ("p90_ns", 0.6), ("p99_ns", 1), ("p99_9_ns", 3)] {
      metrics.append(MetricValue(name, (detector.p99 * factor).rounded(), count: 60_000))
    }
    metrics.append(MetricValue("messages_per_second", 2e9 / detector.p99, count: 60_000))
    var row = ResultRow(
      run: run(detector, policy: policy, split: split, corpus: corpus, id: id), count: 1000,
      positiveCount: 333, coverage: 1,
      metrics: Dictionary(uniqueKeysWithValues: metrics.map { ($0.name, $0) }),
      precisionRecall: (1...300).map { step in
        let recall = Double(step) / 300
        return CurvePoint(x: recall, y: 0.333 + 0.667 * q * (1 - recall * recall * recall))
      },
      roc: [CurvePoint(x: 0, y: 0)]
        + (1...400).map { step in
          let rate = Double(step * step) / 160_000
          return CurvePoint(x: rate, y: rate + (1 - rate) * q * min(1, rate * 40))
        },
      delaySurvival: (0...80).map { step in
        CurvePoint(x: Double(step), y: 1 - q * (1 - 1 / (1 + Double(step) / 8)))
      },
      falseAlerts: [
        FalseAlertCount(
          scenario: "coach in an open channel", kind: "hard-negative", benign: 67,
          alerts: Int(30 * (1 - q))),
        FalseAlertCount(
          scenario: "surprise party", kind: "hard-negative", benign: 266,
          alerts: Int(20 * (1 - q))),
        FalseAlertCount(
          scenario: "everyday talk", kind: "ordinary", benign: 334, alerts: Int(5 * (1 - q))),
      ],
      withoutWithheld: Dictionary(
        uniqueKeysWithValues: metrics.map {
          ($0.name, MetricValue($0.name, $0.value.map { $0 * 0.99 }, count: 840))
        }), withoutWithheldCount: 840)
    row.load = load(q)
    return row
  }

  /// 333 grooming and 667 benign conversations of 123 messages; the oracle has no false alert.
  static func load(_ q: Double) -> ReviewerLoad {
    let alarms = q > 0.9 ? 0 : Int(200 * (1 - q))
    return ReviewerLoad(
      baseRates: BaseRate.prevalences.map { prevalence in
        BaseRate(
          prevalence: prevalence, truePositives: Int(333 * (0.2 + 0.75 * q)), positives: 333,
          falsePositives: alarms, negatives: 667)
      },
      reviews: [267 + Int(400 * (1 - q)), 300 + Int(500 * (1 - q))],
      perThousandConversations: ScaledRate(events: alarms, trials: 667, scale: 1000),
      perTenThousandMessages: ScaledRate(events: alarms, trials: 667 * 123, scale: 10_000))
  }

  static func track(_ split: String, corpus: String = "everyday") -> TrackReport {
    var rows: [ResultRow] = []
    for detector in detectors {
      for policy in ["threshold", "skepticism"] {
        rows.append(
          row(detector, policy: policy, split: split, corpus: corpus, id: rows.count + 1))
      }
    }
    return TrackReport(split: split, rows: rows)
  }

  static func corpus(
    _ name: String = "everyday", splits: [String] = ["test", "test-iid"]
  ) -> CorpusReport {
    let record = CorpusRecord(
      id: 1, name: name, contentSHA256: String(repeating: "ab12", count: 16),
      source: "generated", seed: 7, recipe: "{\"name\":\"everyday\",\"conversations\":5000}",
      conversations: 5000, messages: 612_000, createdUTC: "2031-01-01T00:00:00Z")
    let facts = ["train", "validation", "test", "test-iid"].map { split in
      var facts = SplitFacts(split: split)
      (facts.grooming, facts.benign, facts.insufficientEvidence) = (333, 667, 12)
      (facts.messages, facts.withheld) = (123_456, 160)
      return facts
    }
    return CorpusReport(
      record: record, splits: facts, tracks: splits.map { track($0, corpus: name) })
  }

  static func data(_ names: String...) -> ReportData {
    ReportData(
      corpora: names.map { corpus($0) }, version: "0.1.0", createdUTC: "2031-01-02T00:00:00Z",
      machine: [Fact("Processor", "Abacus <1>"), Fact("Cores", "2")])
  }

  /// One false alarm out of 1,234 and one miss out of one.
  static func errors(_ detector: String) -> DetectorErrors {
    func error(_ id: String, isPositive: Bool) -> ErrorCase {
      ErrorCase(
        id: id, isPositive: isPositive, scenario: isPositive ? "slow" : "coach",
        kind: isPositive ? "grooming" : "hard-negative", score: isPositive ? 0.2 : 0.9,
        alert: isPositive ? nil : 3, onset: isPositive ? 2 : nil, scores: [0.1, 0.2, 0.7, 0.9],
        signs: [2, 4],
        evidence: [
          ErrorCase.Evidence(
            number: 3, rise: 0.5, author: "adult a", truth: "ordinary", text: "<b>hello</b>")
        ])
    }
    return DetectorErrors(
      detector: detector, run: 1, policy: "threshold", threshold: 0.6,
      falseAlarms: [error("c7", isPositive: false)], misses: [error("c8", isPositive: true)],
      counts: (1234, 1))
  }

  /// Noise that takes a tenth from every metric of linear-svm.
  static func point(_ kind: String, _ level: String) -> RobustnessPoint {
    RobustnessPoint(
      corpus: "everyday-\(kind)-\(level)",
      derivation: Derivation(
        parent: "everyday", parentSHA256: "", kind: kind, level: level, seed: 1, splits: [.test]),
      noisy: row(detectors[4]), clean: row(detectors[4]),
      differences: RobustnessPoint.metrics.map {
        MetricValue($0, -0.1, low: -0.2, high: -0.01, count: 100)
      })
  }
}
