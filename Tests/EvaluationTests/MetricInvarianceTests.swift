import Chat
import Statistics
import Testing

@testable import Evaluation

/// What holds for every list: its order means nothing, and no answer is ever NaN or infinite.
struct MetricInvarianceTests {
  /// A list in random order.
  private func shuffled<Element>(_ list: [Element], _ seed: UInt64) -> [Element] {
    var random = CounterRandom(seed: seed, stream: 77)
    return random.permutation(of: list.count).map { list[$0] }
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func theOrderOfAListMeansNothing(seed: UInt64) {
    let units = randomUnits(20 + Int(seed) * 5, seed: seed)
    let other = shuffled(units, seed)
    let note: Comment = "seed \(seed)"
    let few = Bootstrap(resamples: 8, seed: seed)
    #expect(
      MetricSuite.evaluate(units, bootstrap: few) == MetricSuite.evaluate(other, bootstrap: few),
      note)
    #expect(Triage(units) == Triage(other), note)
    #expect(BaseRate.all(of: units) == BaseRate.all(of: other), note)
    #expect(Burden(units) == Burden(other), note)
    for curve in [Curves.roc, Curves.precisionRecall, Curves.delaySurvival] {
      #expect(curve(units) == curve(other), note)
    }
    for bins in [ReliabilityBin.equalWidth, { ReliabilityBin.equalMass($0, binCount: 7) }] {
      #expect(bins(units) == bins(other), note)
    }
    #expect(
      AdaptiveCalibrationError.evaluate(units).error
        == AdaptiveCalibrationError.evaluate(other).error, note)
    #expect(
      ResultFinding.all(of: units, bootstrap: few) == ResultFinding.all(of: other, bootstrap: few))
  }

  @Test(arguments: PlantedDetector.allCases) func theOrderOfAListMeansNothingToFindings(
    detector: PlantedDetector
  ) throws {
    let units = detector.units(seed: 3)
    let few = Bootstrap(resamples: 20)
    let findings = ResultFinding.all(of: units, bootstrap: few)
    #expect(findings == ResultFinding.all(of: shuffled(units, 3), bootstrap: few))
    let foresight = try #require(Foresight(of: units))
    let other = try #require(Foresight(of: shuffled(units, 3)))
    #expect(isClose(foresight.area, other.area) && isClose(foresight.finalArea, other.finalArea))
    #expect(isClose(foresight.low, other.low) && isClose(foresight.high, other.high))
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func theOrderOfMessagesMeansNothingToLabels(
    seed: UInt64
  ) {
    var random = CounterRandom(seed: seed, stream: 5)
    let pairs = (0..<50).map { _ in (random.below(4), random.below(4)) }
    func agreement(_ pairs: [(Int, Int)]) -> LabelAgreement<Int> {
      LabelAgreement([0, 1, 2, 3, 4], reference: pairs.map(\.0), predicted: pairs.map(\.1))
    }
    #expect(agreement(pairs).confusion == agreement(shuffled(pairs, seed)).confusion)
  }

  /// Lists with what may go wrong: no class, one class, no alert, all alerts, scores that are
  /// missing, NaN, infinite, equal or beyond 1.
  private func awkward(_ seed: UInt64) -> [EvaluatedConversation] {
    var random = CounterRandom(seed: seed, stream: 6)
    let (classes, alerts, kind) = (random.below(4), random.below(3), random.below(6))
    return (0..<random.below(40)).map { id in
      let isPositive = classes == 0 ? true : classes == 1 ? false : random.below(3) == 0
      let messages = random.below(30)
      let usual: Double? = random.below(4) == 0 ? nil : random.unit()
      let score: Double? =
        switch kind {
        case 0: nil
        case 1: .nan
        case 2: [-Double.infinity, .infinity, 0.5][random.below(3)]
        case 3: 0
        case 4: 100 * random.unit() - 50
        default: usual
        }
      let hasAlert = messages > 0 && (alerts == 0 || alerts == 1 && random.below(2) == 0)
      var unit = unit(
        id, isPositive, score: score, alert: hasAlert ? 1 + random.below(messages) : nil,
        onset: isPositive && random.below(3) > 0 ? 1 + random.below(40) : nil, messages: messages,
        cluster: random.below(20))
      if kind > 2 {
        unit.messageScores = (0..<messages).map { _ in [0.2, 0.9, .nan, .infinity][random.below(4)]
        }
      }
      return unit
    }
  }

  @Test(arguments: 0..<120 as Range<UInt64>) func noAnswerIsEverNaNOrInfinite(seed: UInt64) {
    let units = awkward(seed)
    var numbers: [(String, Double?)] = []
    for metric in MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 8)) {
      numbers += [metric.value, metric.low, metric.high].map { (metric.name, $0) }
    }
    for line in MetricSuite.differences(units, units, bootstrap: Bootstrap(resamples: 8)) {
      let difference = line.difference
      numbers += [difference.value, difference.low, difference.high, line.p].map {
        ("difference of " + line.name, $0)
      }
    }
    for rate in BaseRate.all(of: units) {
      numbers += [
        rate.value, rate.low, rate.high, rate.alertsPerTrueAlert, rate.alertsPerTrueAlertLow,
        rate.alertsPerTrueAlertHigh,
      ].map { ("base rate", $0) }
    }
    let burden = Burden(units)
    for rate in [burden.perThousandConversations, burden.perTenThousandMessages] {
      numbers += [rate.value, rate.low, rate.high].map { ("burden", $0) }
    }
    let triage = Triage(units)
    numbers += [1, 3, 100].flatMap { k in
      [triage.precision(at: k), triage.recall(at: k), triage.ndcg(at: k)].map { ("triage", $0) }
    }
    for bin in ReliabilityBin.equalWidth(units) + ReliabilityBin.equalMass(units) {
      numbers += [bin.meanScore, bin.share, bin.low, bin.high].map { ("bin", $0) }
    }
    numbers.append(("adaptive error", AdaptiveCalibrationError.evaluate(units).error))
    for curve in [Curves.roc, Curves.precisionRecall, Curves.delaySurvival] {
      numbers += curve(units).flatMap { [("curve", $0.x), ("curve", $0.y)] }
    }
    let foresight = Foresight(of: units)
    numbers += [foresight?.area, foresight?.low, foresight?.high, foresight?.finalArea].map {
      ("foresight", $0)
    }
    for finding in ResultFinding.all(of: units, bootstrap: Bootstrap(resamples: 8)) {
      let isPlain = !["nan", "inf"].contains { finding.sentence.contains($0) }
      #expect(isPlain || finding.kind == .constant, "\(finding.sentence), seed \(seed)")
    }
    for (name, number) in numbers {
      #expect(number?.isFinite != false, "\(name), seed \(seed)")
    }
  }

  @Test func theAwkwardListsAreAwkward() {
    let lists = (0..<120 as Range<UInt64>).map(awkward)
    #expect(lists.contains { $0.isEmpty })
    for wanted in [true, false] {
      #expect(lists.contains { !$0.isEmpty && $0.allSatisfy { $0.isPositive == wanted } })
      #expect(lists.contains { !$0.isEmpty && $0.allSatisfy { $0.isRetrieved == wanted } })
    }
    #expect(lists.contains { $0.contains { $0.score?.isNaN == true } })
    #expect(lists.contains { $0.contains { $0.score?.isInfinite == true } })
    #expect(lists.contains { Foresight(of: $0)?.usesScores == true })
    #expect(lists.contains { Foresight(of: $0)?.usesScores == false })
  }
}
