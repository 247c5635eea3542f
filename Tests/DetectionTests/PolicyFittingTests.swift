import Detection
import Statistics
import Testing

@Suite struct PolicyFittingTests {
  /// Small random conversations of a detector that knows stages.
  static func traces(
    _ seed: UInt64, ties: Bool
  ) -> (traces: [PrefixTrace], isPositive: [Bool]) {
    var random = CounterRandom(seed: seed, stream: 0)
    func value(_ positive: Bool) -> Double {
      let value = min(1, random.unit() * (positive ? 1.2 : 0.9))
      return ties ? Double(Int(value * 8)) / 8 : value
    }
    var (traces, isPositive): ([PrefixTrace], [Bool]) = ([], [])
    for index in 0..<24 {
      let positive = index % 3 == 0
      isPositive.append(positive)
      let count = random.below(25)
      traces.append(
        PrefixTrace(
          scores: (0..<count).map { _ in value(positive) },
          critical: (0..<count).map { _ in value(positive) }))
    }
    return (traces, isPositive)
  }

  /// What a policy does.
  struct Counts {
    var (hits, alarms) = (0, 0)
    var (positives, negatives) = (0, 0)

    init(_ policy: StopPolicy, _ traces: [PrefixTrace], _ isPositive: [Bool]) {
      positives = isPositive.count { $0 }
      negatives = isPositive.count - positives
      for (trace, positive) in zip(traces, isPositive) where policy.firstAlert(trace) != nil {
        if positive { hits += 1 } else { alarms += 1 }
      }
    }

    /// What the objective makes of it, nil where it breaks the budget.
    func value(_ objective: PolicyFitting.Objective) -> Double? {
      switch objective {
      case .f1: 2 * Double(hits) / Double(positives + hits + alarms)
      case .falseAlarmRate(let rate):
        Double(alarms) <= rate * Double(negatives) ? Double(hits) : nil
      }
    }
  }

  /// Every setting that a kind may come out with, and every threshold between ``traces``.
  static func candidates(
    _ name: String, _ traces: [PrefixTrace], _ isPositive: [Bool]
  ) -> [StopPolicy] {
    let positives = isPositive.count { $0 }
    let prior = Elementary.log(Double(positives) / Double(isPositive.count - positives))
    let scores = Set(traces.flatMap(\.scores)).sorted()
    // Evidence in steps finer than the gaps that matter here.
    let evidence = stride(from: -5.0, through: 40, by: 0.25)
    switch name {
    case "threshold": return (scores + [2]).map { .threshold($0) }
    case "skepticism":
      return (1...PolicyFitting.window).flatMap { needed in
        scores.map {
          .skepticism(threshold: $0, needed: needed, window: PolicyFitting.window)
        }
      }
    case "cusum":
      return PolicyFitting.drifts.flatMap { drift in
        evidence.map { .cusum(threshold: $0, drift: drift, prior: prior) }
      }
    case "sprt":
      return PolicyFitting.lowerBoundaries.flatMap { lower in
        evidence.map { .sprt(threshold: $0, lower: lower, prior: prior) }
      }
    default: return Set(traces.flatMap(\.critical)).map { .stage(threshold: $0) }
    }
  }

  static let objectives: [PolicyFitting.Objective] = [
    .f1, .falseAlarmRate(0), .falseAlarmRate(0.1), .falseAlarmRate(0.25), .falseAlarmRate(1),
  ]

  @Test(arguments: Array(UInt64(1)...5), [false, true])
  func noOtherSettingIsBetter(_ seed: UInt64, ties: Bool) throws {
    let (traces, isPositive) = Self.traces(seed, ties: ties)
    for name in PolicyFitting.names {
      let candidates = Self.candidates(name, traces, isPositive).map {
        Counts($0, traces, isPositive)
      }
      for objective in Self.objectives {
        let fitted = try PolicyFitting.fit(
          name, traces: traces, isPositive: isPositive, objective: objective)
        #expect(fitted.name == name)
        let mine = try #require(Counts(fitted, traces, isPositive).value(objective))
        let best = candidates.compactMap { $0.value(objective) }.max() ?? 0
        if name == "cusum" || name == "sprt" {
          // The steps of the candidates may miss a cut that the fit finds, never the reverse.
          #expect(mine >= best, "seed \(seed), \(name), \(objective.text)")
        } else {
          #expect(mine == best, "seed \(seed), \(name), \(objective.text)")
        }
      }
    }
  }

  @Test func theOtherParametersComeFromTheGridsAndTheValidationShare() throws {
    let (traces, isPositive) = Self.traces(3, ties: false)
    guard
      case .cusum(_, let drift, let prior) = try PolicyFitting.fit(
        "cusum", traces: traces, isPositive: isPositive, objective: .f1),
      case .sprt(_, let lower, let same) = try PolicyFitting.fit(
        "sprt", traces: traces, isPositive: isPositive, objective: .f1)
    else {
      Issue.record("other kinds")
      return
    }
    #expect(PolicyFitting.drifts.contains(drift))
    #expect(PolicyFitting.lowerBoundaries.contains(lower))
    #expect((prior + Elementary.log(2)).magnitude < 1e-15)
    #expect(same == prior)
  }

  @Test func stageIsRefusedToADetectorThatKnowsNone() throws {
    #expect(throws: DetectionError.missingStages(policy: "stage")) {
      try PolicyFitting.fit(
        "stage", scores: [[0.9], [0.1]], isPositive: [true, false], objective: .f1)
    }
    // A conversation without messages says nothing about stages.
    let traces = [
      PrefixTrace(scores: [0.5], critical: [0.8]), PrefixTrace(scores: []),
      PrefixTrace(scores: [0.5], critical: [0.4]),
    ]
    #expect(
      try PolicyFitting.fit(
        "stage", traces: traces, isPositive: [true, false, false], objective: .f1)
        == .stage(threshold: 0.4 + (0.8 - 0.4) / 2))
  }

  @Test(arguments: Array(UInt64(1)...8))
  func tiesGoToTheHigherThreshold(_ seed: UInt64) throws {
    let (traces, isPositive) = Self.traces(seed, ties: true)
    let scores = traces.map(\.scores)
    guard
      case .threshold(let fitted) = try PolicyFitting.fit(
        "threshold", scores: scores, isPositive: isPositive, objective: .f1)
    else {
      Issue.record("no threshold")
      return
    }
    let best = Counts(.threshold(fitted), traces, isPositive).value(.f1) ?? 0
    // Every cut above the interval in which the fitted one lies is worse.
    let own = scores.map { $0.max() ?? -1 }.filter { $0 >= fitted }.min() ?? 1
    for statistic in Set(scores.map { $0.max() ?? -1 }) where statistic > own {
      #expect((Counts(.threshold(statistic), traces, isPositive).value(.f1) ?? 0) < best)
    }
  }

  @Test func theThresholdLiesHalfWay() throws {
    let policy = try PolicyFitting.fit(
      "threshold", scores: [[0.9, 0.2], [0.1, 0.5], []], isPositive: [true, false, false],
      objective: .f1)
    #expect(policy == .threshold(0.7))
    // Where all alert there is nothing below: the lowest statistic itself.
    let all = try PolicyFitting.fit(
      "threshold", scores: [[0.25], [0.5]], isPositive: [true, false], objective: .f1)
    #expect(all == .threshold(0.25))
  }

  @Test func withoutBothClassesTheThresholdIsOneHalf() throws {
    let trace = PrefixTrace(scores: [0.9], critical: [0.9])
    for name in PolicyFitting.names {
      for objective in Self.objectives {
        #expect(
          try PolicyFitting.fit(name, traces: [trace], isPositive: [true], objective: objective)
            == .threshold(0.5))
        #expect(
          try PolicyFitting.fit(name, scores: [], isPositive: [], objective: objective)
            == .threshold(0.5))
      }
    }
  }

  @Test func conversationsWithoutMessagesNeverAlert() throws {
    let policy = try PolicyFitting.fit(
      "threshold", scores: [[], []], isPositive: [true, false], objective: .f1)
    #expect(policy == .threshold(0.5))
  }

  @Test func objectivesHaveTheTextOfRowsAndKeys() {
    #expect(PolicyFitting.Objective.f1.text == "f1")
    #expect(PolicyFitting.Objective.falseAlarmRate(0.01).text == "fpr<=0.01")
  }
}
