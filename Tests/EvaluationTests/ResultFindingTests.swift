import Testing

@testable import Evaluation

struct ResultFindingTests {
  private let few = Bootstrap(resamples: 150)

  private func kinds(_ units: [EvaluatedConversation]) -> [ResultFinding.Kind] {
    ResultFinding.all(of: units, bootstrap: few).map(\.kind)
  }

  @Test(
    arguments: [
      (PlantedDetector.honest, []), (.leaking, [.tooGood, .lookAhead]),
      (.leakingAtTheEnd, [.tooGood]), (.silent, [.constant, .neverAlerts]),
      (.loud, [.constant, .alertsOnEverything]), (.random, [.chance]),
      (.lookingAhead, [.lookAhead]), (.crashing, [.incomplete]), (.reversed, [.reversed]),
    ] as [(PlantedDetector, [ResultFinding.Kind])])
  func eachFaultIsShownByItsFindings(detector: PlantedDetector, expected: [ResultFinding.Kind]) {
    let findings = ResultFinding.all(of: detector.units(seed: 1), bootstrap: few)
    #expect(findings.map(\.kind) == expected, "\(findings.map(\.sentence))")
  }

  /// An interval of 95 % may miss 0.5 once in twenty; no other mistake is allowed.
  @Test func overManySeedsTheHonestAreNotAccusedAndTheOthersAre() {
    let seeds: Range<UInt64> = 2..<12
    for seed in seeds {
      #expect(kinds(PlantedDetector.honest.units(seed: seed)).isEmpty, "seed \(seed)")
      #expect(kinds(PlantedDetector.lookingAhead.units(seed: seed)) == [.lookAhead])
      #expect(kinds(PlantedDetector.crashing.units(seed: seed)) == [.incomplete], "seed \(seed)")
    }
    #expect(seeds.count { kinds(PlantedDetector.random.units(seed: $0)) == [.chance] } >= 8)
  }

  @Test func withoutMessageScoresAlertsBetrayWhoReadsAhead() {
    for seed in 0..<10 as Range<UInt64> {
      func kinds(_ detector: PlantedDetector) -> [ResultFinding.Kind] {
        self.kinds(detector.units(seed: seed, keepsMessageScores: false))
      }
      #expect(kinds(.honest).isEmpty, "seed \(seed)")
      #expect(kinds(.lookingAhead) == [.lookAhead], "seed \(seed)")
      #expect(kinds(.leaking) == [.tooGood, .lookAhead], "seed \(seed)")
    }
  }

  @Test func sentencesHoldTheFiguresThatMakeThemTrue() {
    func sentence(_ detector: PlantedDetector) -> String {
      ResultFinding.all(of: detector.units(seed: 1), bootstrap: few).first?.sentence ?? ""
    }
    #expect(
      sentence(.crashing)
        == "200 of 400 conversations have no score (coverage 0.500: crash 200); they rank below "
        + "every other.")
    #expect(sentence(.silent) == "All 400 scores are 0.500: it tells no two conversations apart.")
    #expect(
      sentence(.leaking)
        == "AUROC is 1.000 (95 % interval 1.000 to 1.000), at or above 0.999: suspect a leak of "
        + "labels.")
    #expect(sentence(.lookingAhead).contains("100 grooming conversations"))
    #expect(sentence(.random).contains("cannot be told from a random ranking"))
    let loud = ResultFinding.all(of: PlantedDetector.loud.units(seed: 1), bootstrap: few).last
    #expect(
      loud?.sentence == "It raises an alert in 300 of 300 benign and 100 of 100 grooming "
        + "conversations.")
  }

  @Test func everyFailureIsCountedByItsOutcome() {
    var units = PlantedDetector.honest.units(seed: 1)
    for (index, outcome) in [PredictionOutcome.timeout, .timeout, .error, .ok].enumerated() {
      (units[index].score, units[index].outcome) = (index == 3 ? .nan : nil, outcome)
    }
    let finding = ResultFinding.all(of: units, bootstrap: few).first
    #expect(
      finding?.sentence.contains("coverage 0.990: timeout 2, error 1, ended well without a score 1")
        == true)
  }

  @Test func aboveTheOracleIsTooGood() {
    let units = PlantedDetector.honest.units(seed: 1)
    let found = ResultFinding.all(of: units, ceiling: 0.6, bootstrap: few)
    #expect(found.map(\.kind) == [.tooGood])
    #expect(ResultFinding.all(of: units, ceiling: 0.99, bootstrap: few).isEmpty)
  }

  @Test func fewConversationsAreNotSuspect() {
    let perfect = (0..<30).map {
      unit($0, $0 < 10, score: $0 < 10 ? 1 : 0, alert: $0 < 10 ? 1 : nil, onset: $0 < 10 ? 9 : nil)
    }
    #expect(kinds(perfect).isEmpty)
  }

  @Test func nothingAndOneClassAreNotJudged() {
    #expect(kinds([]).isEmpty)
    let grooming = PlantedDetector.leaking.units(seed: 1).filter(\.isPositive)
    #expect(kinds(grooming).isEmpty)
    #expect(kinds([unit(0, true, score: nil)]) == [.incomplete, .neverAlerts])
  }
}
