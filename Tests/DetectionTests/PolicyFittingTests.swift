import Detection
import Statistics
import Testing

@Suite struct PolicyFittingTests {
  static func scores(_ seed: UInt64, ties: Bool) -> (scores: [[Double]], isPositive: [Bool]) {
    var random = CounterRandom(seed: seed, stream: 0)
    var (scores, isPositive): ([[Double]], [Bool]) = ([], [])
    for index in 0..<24 {
      let positive = index % 3 == 0
      isPositive.append(positive)
      scores.append(
        (0..<random.below(25)).map { _ in
          let value = min(1, random.unit() * (positive ? 1.2 : 0.9))
          return ties ? Double(Int(value * 8)) / 8 : value
        })
    }
    return (scores, isPositive)
  }

  static func counts(
    _ policy: StopPolicy, _ scores: [[Double]], _ isPositive: [Bool]
  ) -> (hits: Int, alarms: Int) {
    var (hits, alarms) = (0, 0)
    for (row, positive) in zip(scores, isPositive) where policy.firstAlert(row.span) != nil {
      if positive { hits += 1 } else { alarms += 1 }
    }
    return (hits, alarms)
  }

  /// What the objective makes of a policy, nil where it breaks the budget.
  static func value(
    _ policy: StopPolicy, _ scores: [[Double]], _ isPositive: [Bool],
    _ objective: PolicyFitting.Objective
  ) -> Double? {
    let (hits, alarms) = counts(policy, scores, isPositive)
    let positives = isPositive.count { $0 }
    switch objective {
    case .f1: return 2 * Double(hits) / Double(positives + hits + alarms)
    case .falseAlarmRate(let rate):
      return Double(alarms) <= rate * Double(isPositive.count - positives) ? Double(hits) : nil
    }
  }

  static let objectives: [PolicyFitting.Objective] = [
    .f1, .falseAlarmRate(0), .falseAlarmRate(0.1), .falseAlarmRate(0.25), .falseAlarmRate(1),
  ]

  @Test(arguments: Array(UInt64(1)...12), [false, true])
  func noThresholdAndNoNumberOfDecisionsIsBetter(_ seed: UInt64, ties: Bool) {
    let (scores, isPositive) = Self.scores(seed, ties: ties)
    let distinct = Set(scores.joined()).sorted()
    let candidates = distinct + [(distinct.last ?? 1).nextUp]
    for objective in Self.objectives {
      for name in PolicyFitting.names {
        let fitted = PolicyFitting.fit(
          name, scores: scores, isPositive: isPositive, objective: objective)
        let mine = Self.value(fitted, scores, isPositive, objective)
        var best = -1.0
        for threshold in candidates {
          for needed in name == "threshold" ? 1...1 : 1...PolicyFitting.window {
            let policy: StopPolicy =
              name == "threshold"
              ? .threshold(threshold)
              : .skepticism(threshold: threshold, needed: needed, window: PolicyFitting.window)
            best = max(best, Self.value(policy, scores, isPositive, objective) ?? -1)
          }
        }
        #expect(mine == best, "seed \(seed), \(name), \(objective.text)")
      }
    }
  }

  @Test(arguments: Array(UInt64(1)...8))
  func tiesGoToTheHigherThreshold(_ seed: UInt64) throws {
    let (scores, isPositive) = Self.scores(seed, ties: true)
    guard
      case .threshold(let fitted) = PolicyFitting.fit(
        "threshold", scores: scores, isPositive: isPositive, objective: .f1)
    else {
      Issue.record("no threshold")
      return
    }
    let best = Self.value(.threshold(fitted), scores, isPositive, .f1) ?? 0
    // Every cut above the interval in which the fitted one lies is worse.
    let own = scores.map { $0.max() ?? -1 }.filter { $0 >= fitted }.min() ?? 1
    for statistic in Set(scores.map { $0.max() ?? -1 }) where statistic > own {
      #expect((Self.value(.threshold(statistic), scores, isPositive, .f1) ?? 0) < best)
    }
  }

  @Test func theThresholdLiesHalfWay() {
    let policy = PolicyFitting.fit(
      "threshold", scores: [[0.9, 0.2], [0.1, 0.5], []], isPositive: [true, false, false],
      objective: .f1)
    #expect(policy == .threshold(0.7))
    // Where all alert there is nothing below: the lowest statistic itself.
    let all = PolicyFitting.fit(
      "threshold", scores: [[0.25], [0.5]], isPositive: [true, false], objective: .f1)
    #expect(all == .threshold(0.25))
  }

  @Test func withoutBothClassesTheThresholdIsOneHalf() {
    for name in PolicyFitting.names {
      for objective in Self.objectives {
        #expect(
          PolicyFitting.fit(
            name, scores: [[0.9]], isPositive: [true], objective: objective) == .threshold(0.5))
        #expect(
          PolicyFitting.fit(name, scores: [], isPositive: [], objective: objective)
            == .threshold(0.5))
      }
    }
  }

  @Test func conversationsWithoutMessagesNeverAlert() {
    let policy = PolicyFitting.fit(
      "threshold", scores: [[], []], isPositive: [true, false], objective: .f1)
    #expect(policy == .threshold(0.5))
  }

  @Test func objectivesHaveTheTextOfRowsAndKeys() {
    #expect(PolicyFitting.Objective.f1.text == "f1")
    #expect(PolicyFitting.Objective.falseAlarmRate(0.01).text == "fpr<=0.01")
  }
}
