import Statistics
import Testing

@testable import Evaluation

/// Agreement with the usual libraries to 1e-9 on the lists of `Reference/agreement.json`.
///
/// Four conventions differ by design, and the script asks the libraries in the way that removes the
/// difference:
///
/// - nothing retrieved: precision is 0 and flagged here, which is `zero_division=0` there;
/// - bins of calibration are [lo, hi) here and (lo, hi] in scikit-learn;
/// - equal scores: the ranking of NDCG breaks ties by the hash of the id, scikit-learn shares gains;
/// - one class alone: nil here, where scikit-learn warns and gives 0 or NaN; no list has one class.
struct AgreementTests {
  private let vectors: AgreementVectors

  init() throws { vectors = try AgreementVectors.read() }

  /// Whether two curves have the same points; a threshold that is infinite there is nil on both
  /// sides.
  private func agree(_ points: [CurvePoint], _ expected: [AgreementVectors.Point]) -> Bool {
    points.count == expected.count
      && zip(points, expected).allSatisfy { point, row in
        isClose(point.x, row[0]) && isClose(point.y, row[1]) && isClose(point.threshold, row[2])
      }
  }

  @Test func metricsOfTwelveLists() throws {
    #expect(vectors.predictions.count == 12)
    for vector in vectors.predictions {
      let units = vector.units
      var ours = metrics(of: units).compactMapValues(\.value)
      ours["f3"] =
        RetrievalCounts(
          relevant: vector.labels.count { $0 == 1 }, retrieved: vector.alerts.count { $0 == 1 },
          right: zip(vector.labels, vector.alerts).count { $0 == 1 && $1 == 1 }
        ).messageF
      #expect(vector.metrics.count >= 14)
      for (name, expected) in vector.metrics {
        #expect(isClose(ours[name], expected), "\(name) of \(vector.name)")
      }
      #expect(
        (metrics(of: units)["precision"]?.isUndefined ?? false) == (vector.name == "no alerts"))
    }
  }

  @Test func curvesOfTwelveLists() {
    for vector in vectors.predictions {
      let units = vector.units
      // scikit-learn stops once every positive is found; below it the recall is 1 on both sides.
      let precisionRecall = Curves.precisionRecall(units)
      #expect(
        agree(Array(precisionRecall.prefix(vector.precisionRecall.count)), vector.precisionRecall),
        "\(vector.name)")
      #expect(
        precisionRecall.dropFirst(vector.precisionRecall.count).allSatisfy { $0.x == 1 },
        "\(vector.name)")
      #expect(agree(Curves.roc(units), vector.roc), "\(vector.name)")
    }
  }

  @Test func rankingsOfTwelveLists() throws {
    for vector in vectors.predictions {
      let triage = Triage(vector.units)
      for (k, expected) in vector.ndcg {
        #expect(isClose(triage.ndcg(at: try #require(Int(k))), expected), "\(k), \(vector.name)")
      }
    }
  }

  @Test func calibrationCurvesOfTwelveLists() {
    for vector in vectors.predictions {
      let bins = ReliabilityBin.equalWidth(vector.units)
      let points = bins.map { CurvePoint(x: $0.meanScore, y: $0.share) }
      #expect(agree(points, vector.calibration.map { $0 + [nil] }), "\(vector.name)")
    }
  }

  @Test func labelsOfMessages() throws {
    for vector in vectors.labellings {
      let ours = LabelAgreement(
        Array("NFRXY"), reference: Array(vector.reference), predicted: Array(vector.told))
      #expect(ours.confusion == vector.confusion)
      #expect(zip(try #require(ours.f1), vector.f1).allSatisfy { isClose($0, $1) })
      #expect(isClose(ours.macroF1, vector.macro) && isClose(ours.microF1, vector.micro))
    }
  }

  @Test func bordersOfSegments() throws {
    for vector in vectors.segmentations {
      let (reference, told) = (vector.reference.map { $0 == "1" }, vector.told.map { $0 == "1" })
      let window = try #require(Segmentation.window(of: reference))
      let own = Segmentation(reference: reference, predicted: told, window: window)
      #expect(isClose(own.pk, vector.pk), "NLTK takes the same window by itself")
      for expected in vector.windows {
        let ours = Segmentation(reference: reference, predicted: told, window: expected.k)
        #expect(isClose(ours.pk, expected.pk), "\(expected.k)")
        #expect(isClose(ours.windowDiff, expected.windowDiff), "\(expected.k)")
      }
    }
  }

  @Test func intervalsOfProportions() throws {
    for vector in vectors.proportions {
      let ours = try #require(
        WilsonInterval(successes: vector.successes, trials: vector.trials))
      #expect(isClose(ours.low, vector.low) && isClose(ours.high, vector.high))
    }
  }

  @Test func testsOfPairs() {
    for vector in vectors.pairs {
      let ours = McNemarTest(onlyFirst: vector.first, onlySecond: vector.second)
      #expect(isClose(ours.exact, vector.exact), "\(vector.first) and \(vector.second)")
      #expect(isClose(ours.midP, vector.mid), "\(vector.first) and \(vector.second)")
    }
  }

  @Test func correctionsForSeveralTests() {
    for vector in vectors.families {
      let ours = HolmAdjustment.adjusted(vector.raw)
      #expect(zip(ours, vector.adjusted).allSatisfy { isClose($0, $1) })
    }
  }

  @Test func survivalCurves() {
    for vector in vectors.survivals {
      let curve = KaplanMeier(
        zip(vector.times, vector.events).enumerated().map {
          KaplanMeier.Observation(index: $0, time: $1.0, isEvent: $1.1 == 1)
        })
      let steps = curve.steps(vector.times.map { _ in 1 })
      #expect(steps.count == vector.steps.count)
      for (step, expected) in zip(steps, vector.steps) {
        #expect(Double(step.time) == expected[0] && isClose(step.survival, expected[1]))
      }
    }
  }

  @Test func percentilesOfSamples() {
    for vector in vectors.samples {
      let sorted = vector.values.sorted()
      for (percent, expected) in zip(vector.percents, vector.percentiles) {
        #expect(isClose(OrderStatistics.percentile(percent, ofSorted: sorted), expected))
      }
      #expect(isClose(OrderStatistics.median(vector.values), vector.median))
      #expect(isClose(OrderStatistics.medianAbsoluteDeviation(vector.values), vector.mad))
    }
  }
}
