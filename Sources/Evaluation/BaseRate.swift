import Statistics

/// What the alerts of a detector are worth where grooming is as rare as it is, and not as common as
/// in a benchmark.
///
/// With TPR the recall, FPR the rate of false alarms and π the prevalence,
///
/// - PPV(π) = TPR·π / (TPR·π + FPR·(1−π)), the chance that an alert is a true one (Bayes; for
///   intrusion detection Axelsson 2000, doi:10.1145/357830.357849);
/// - alerts per true alert = 1/PPV(π).
///
/// **Naming, unit, range.** PPV is also precision or the Bayesian detection rate; in 0…1 over
/// conversations, better when higher. Alerts per true alert are 1 or more, better when lower.
///
/// **Interval.** PPV rises with TPR and falls with FPR, so its ends are PPV at the opposite ends of
/// their two Wilson intervals of 95 %. Both being wrong at once is rarer than either: the interval
/// is wider than one of 95 % would have to be, never narrower than its parts.
///
/// **No false alarm** in n benign conversations does not prove FPR = 0: then ``value`` is taken at
/// the upper end of the interval of FPR, is a lower bound of PPV, and ``isBound`` says so.
///
/// **Empty classes**: nil without grooming or without benign conversations. Nothing retrieved that
/// is grooming: PPV is 0 and no number of alerts holds a true one. Never NaN. O(1) after one count.
///
/// **Comparison.** At the prevalence of the list itself PPV is the precision; scikit-learn has no
/// function for another one.
///
/// ```swift
/// BaseRate.precision(recall: 0.9, falseAlarmRate: 0.01, prevalence: 0.001)  // 0.0826…
/// ```
public struct BaseRate: Sendable, Equatable {
  /// The prevalences of the tables: 5 %, 1 %, 0.1 %, 0.01 %.
  public static let prevalences = [0.05, 0.01, 0.001, 0.0001]

  /// The share π of conversations that is grooming.
  public let prevalence: Double
  /// PPV(π); nil where a class is missing.
  public let value: Double?
  /// PPV at the low end of TPR and the high end of FPR.
  public let low: Double?
  /// PPV at the high end of TPR and the low end of FPR.
  public let high: Double?
  /// Whether there was no false alarm, so that the upper end of FPR stands in for it.
  public let isBound: Bool

  /// The worth of alerts at a prevalence from counts of decisions. O(1).
  ///
  /// - Precondition: 0 < `prevalence` < 1; no more hits than trials.
  public init(
    prevalence: Double, truePositives: Int, positives: Int, falsePositives: Int, negatives: Int
  ) {
    precondition(prevalence > 0 && prevalence < 1, "a prevalence lies between 0 and 1")
    self.prevalence = prevalence
    guard let recall = WilsonInterval(successes: truePositives, trials: positives),
      let alarms = WilsonInterval(successes: falsePositives, trials: negatives)
    else {
      (value, low, high, isBound) = (nil, nil, nil, false)
      return
    }
    isBound = falsePositives == 0
    let rate = isBound ? alarms.high : Double(falsePositives) / Double(negatives)
    value = Self.precision(
      recall: Double(truePositives) / Double(positives), falseAlarmRate: rate,
      prevalence: prevalence)
    low = Self.precision(
      recall: recall.low, falseAlarmRate: alarms.high, prevalence: prevalence)
    high = Self.precision(
      recall: recall.high, falseAlarmRate: alarms.low, prevalence: prevalence)
  }

  /// The worth of a detector's alerts at every one of ``prevalences``. O(n).
  public static func all(of units: [EvaluatedConversation]) -> [BaseRate] {
    let positives = units.count { $0.isPositive }
    let hits = units.count { $0.isPositive && $0.isRetrieved }
    let alarms = units.count { !$0.isPositive && $0.isRetrieved }
    return prevalences.map { prevalence in
      BaseRate(
        prevalence: prevalence, truePositives: hits, positives: positives,
        falsePositives: alarms, negatives: units.count - positives)
    }
  }

  /// PPV(π) of exact rates; 0 where nothing is ever retrieved. O(1).
  public static func precision(
    recall: Double, falseAlarmRate: Double, prevalence: Double
  ) -> Double {
    let hits = recall * prevalence
    guard hits > 0 else { return 0 }
    return hits / (hits + falseAlarmRate * (1 - prevalence))
  }

  /// Alerts per true one, 1/``value``; nil where there is no true one.
  public var alertsPerTrueAlert: Double? { Self.inverse(value) }

  /// The fewest alerts per true one that the interval allows.
  public var alertsPerTrueAlertLow: Double? { Self.inverse(high) }

  /// The most alerts per true one that the interval allows; nil where it has no upper end.
  public var alertsPerTrueAlertHigh: Double? { Self.inverse(low) }

  private static func inverse(_ precision: Double?) -> Double? {
    precision.flatMap { $0 > 0 ? 1 / $0 : nil }
  }
}
