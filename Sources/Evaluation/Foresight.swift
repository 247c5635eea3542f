import Statistics

/// How well a detector tells grooming apart *before its onset*: nothing risky has been said yet, so
/// one that only reads what is there can know little, and one that reads ahead knows all.
///
/// For a grooming conversation i with onset o_i, k_i = o_i − 1 is its last message before the onset.
/// Its score there is compared with the scores of all benign conversations after *their* message
/// k_i, as far as they have one:
///
/// area = mean over i of the mean over benign j of [s_i(k_i) > s_j(k_i)] + ½·[equal]
///
/// It is the AUROC of the prefix score at the same number of messages; 0.5 = knows nothing. The
/// interval of 95 % is ±1.96 standard errors from the placements of both classes, as DeLong, DeLong
/// and Clarke-Pearson (1988, doi:10.2307/2531595) have it for AUROC; conversations are taken as
/// independent.
///
/// ``finalArea`` is the same of the last scores, over the same pairs. Reading adds to what a detector
/// knows; one whose area before the onset is about the final one did not need to read.
///
/// **Without message scores** an alert stands in: 1 from the message that raised it, 0 before. A
/// detector whose premature alerts fall on grooming alone is found by these as well.
///
/// **Empty**: nil where fewer than two conversations of either class can be compared, so always on
/// a corpus that knows no onset. NaN counts as no score there. O(grooming · benign).
///
/// **Comparison.** scikit-learn has no counterpart.
public struct Foresight: Sendable, Equatable {
  /// What the first messages of a generated corpus may honestly tell, as an AUROC. On the default
  /// corpus no built-in detector has more than 0.56 before the onset, nor has the oracle, which
  /// knows every act.
  public static let honestCeiling = 0.65
  /// An AUROC that the interval must lie above before anyone is suspected, whatever the final one.
  public static let smallestKnowledge = 0.55

  /// The AUROC before the onset.
  public let area: Double
  /// The lower end of its interval, 0 or above.
  public let low: Double
  /// The upper end of its interval, 1 or below.
  public let high: Double
  /// The AUROC of the last scores of the same pairs of conversations.
  public let finalArea: Double
  /// How many grooming conversations have a message before their onset.
  public let positiveCount: Int
  /// How many benign conversations they are compared with.
  public let negativeCount: Int
  /// Whether scores were compared; else alerts.
  public let usesScores: Bool

  /// The foresight of a run.
  public init?(of units: [EvaluatedConversation]) {
    let usesScores = units.contains { !$0.messageScores.isEmpty }
    let read = usesScores ? Self.scores : Self.alerts
    let positives = units.compactMap { unit -> (number: Int, reading: Reading)? in
      guard unit.isPositive, let onset = unit.onset, onset > 1 else { return nil }
      return read(unit, onset - 1).map { (onset - 1, $0) }
    }
    let benign = units.filter { !$0.isPositive }
    var ofPositives: [Double] = []
    var ofNegatives = benign.map { _ in (wins: 0.0, count: 0) }
    var finalSum = 0.0
    for positive in positives {
      var (wins, finalWins, count) = (0.0, 0.0, 0)
      for (index, unit) in benign.enumerated() {
        guard let other = read(unit, positive.number) else { continue }
        let win = Self.win(positive.reading.early, other.early)
        wins += win
        finalWins += Self.win(positive.reading.final, other.final)
        count += 1
        ofNegatives[index].wins += win
        ofNegatives[index].count += 1
      }
      guard count > 0 else { continue }
      ofPositives.append(wins / Double(count))
      finalSum += finalWins / Double(count)
    }
    let means = ofNegatives.compactMap { $0.count > 0 ? $0.wins / Double($0.count) : nil }
    guard ofPositives.count > 1, means.count > 1 else { return nil }
    let area = ofPositives.reduce(0, +) / Double(ofPositives.count)
    let error = (Self.variance(ofPositives) + Self.variance(means)).squareRoot()
    (self.area, self.usesScores) = (area, usesScores)
    finalArea = finalSum / Double(ofPositives.count)
    low = max(0, area - WilsonInterval.z95 * error)
    high = min(1, area + WilsonInterval.z95 * error)
    (positiveCount, negativeCount) = (ofPositives.count, means.count)
  }

  /// Whether it knows what it cannot have read: the interval lies above `ceiling`, or it lies above
  /// ``smallestKnowledge`` and at least 80 % of what ``finalArea`` is above chance was there before
  /// the onset.
  public func readsAhead(ceiling: Double = Foresight.honestCeiling) -> Bool {
    low > ceiling || low > Self.smallestKnowledge && area - 0.5 >= 0.8 * (finalArea - 0.5)
  }

  /// What a conversation shows: before an onset, and at its end.
  private struct Reading {
    var early: Double
    var final: Double
  }

  /// The scores after message `number` and the last one; nil where either is missing.
  private static func scores(_ unit: EvaluatedConversation, _ number: Int) -> Reading? {
    guard number <= unit.messageScores.count, let final = unit.messageScores.last else {
      return nil
    }
    let early = unit.messageScores[number - 1]
    return early.isNaN || final.isNaN ? nil : Reading(early: early, final: final)
  }

  /// Whether the alert had come by message `number`, and at all; nil where the conversation is
  /// shorter or the detector failed on it.
  private static func alerts(_ unit: EvaluatedConversation, _ number: Int) -> Reading? {
    guard unit.outcome == .ok, number <= unit.messageCount else { return nil }
    guard let alert = unit.alert else { return Reading(early: 0, final: 0) }
    return Reading(early: alert <= number ? 1 : 0, final: 1)
  }

  private static func win(_ positive: Double, _ negative: Double) -> Double {
    positive > negative ? 1 : positive == negative ? 0.5 : 0
  }

  /// The variance of a mean of independent values.
  private static func variance(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count
  }
}
