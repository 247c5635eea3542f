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
/// **Without message scores** an alert stands in: 1 from the message that raised it, 0 before. A
/// detector whose premature alerts fall on grooming alone is found by these as well.
///
/// **Empty**: nil where fewer than two conversations of either class can be compared, so always on
/// a corpus that knows no onset. NaN counts as no score there. O(grooming · benign).
///
/// **Comparison.** scikit-learn has no counterpart.
public struct Foresight: Sendable, Equatable {
  /// What the first messages of a generated corpus may honestly tell, as an AUROC. On the default
  /// corpus no built-in detector has more than 0.55 before the onset, nor has the oracle, which
  /// knows every act.
  public static let honestCeiling = 0.65

  /// The AUROC before the onset.
  public let area: Double
  /// The lower end of its interval, 0 or above.
  public let low: Double
  /// The upper end of its interval, 1 or below.
  public let high: Double
  /// How many grooming conversations have a message before their onset.
  public let positiveCount: Int
  /// How many benign conversations they are compared with.
  public let negativeCount: Int
  /// Whether scores were compared; else alerts.
  public let usesScores: Bool

  /// The foresight of a run.
  public init?(of units: [EvaluatedConversation]) {
    let usesScores = units.contains { !$0.messageScores.isEmpty }
    let read = usesScores ? Self.score : Self.alert
    let positives = units.compactMap { unit -> (number: Int, score: Double)? in
      guard unit.isPositive, let onset = unit.onset, onset > 1 else { return nil }
      return read(unit, onset - 1).map { (onset - 1, $0) }
    }
    var ofPositives: [Double] = []
    let benign = units.filter { !$0.isPositive }
    var sums = benign.map { _ in (wins: 0.0, count: 0) }
    for positive in positives {
      var (wins, count) = (0.0, 0)
      for (index, unit) in benign.enumerated() {
        guard let other = read(unit, positive.number) else { continue }
        let win = positive.score > other ? 1 : positive.score == other ? 0.5 : 0
        (wins, count) = (wins + win, count + 1)
        (sums[index].wins, sums[index].count) = (sums[index].wins + win, sums[index].count + 1)
      }
      if count > 0 { ofPositives.append(wins / Double(count)) }
    }
    let ofNegatives = sums.compactMap { $0.count > 0 ? $0.wins / Double($0.count) : nil }
    guard ofPositives.count > 1, ofNegatives.count > 1 else { return nil }
    let area = ofPositives.reduce(0, +) / Double(ofPositives.count)
    let error = (Self.variance(ofPositives) + Self.variance(ofNegatives)).squareRoot()
    (self.area, self.usesScores) = (area, usesScores)
    low = max(0, area - WilsonInterval.z95 * error)
    high = min(1, area + WilsonInterval.z95 * error)
    (positiveCount, negativeCount) = (ofPositives.count, ofNegatives.count)
  }

  /// The score after message `number`; nil where there is none.
  private static func score(_ unit: EvaluatedConversation, _ number: Int) -> Double? {
    guard number <= unit.messageScores.count else { return nil }
    let score = unit.messageScores[number - 1]
    return score.isNaN ? nil : score
  }

  /// Whether the alert had come by message `number`; nil where the conversation is shorter or the
  /// detector failed on it.
  private static func alert(_ unit: EvaluatedConversation, _ number: Int) -> Double? {
    guard unit.outcome == .ok, number <= unit.messageCount else { return nil }
    return unit.alert.map { $0 <= number ? 1 : 0 } ?? 0
  }

  /// The variance of a mean of independent values.
  private static func variance(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count
  }
}
