import Glibc

/// The test of DeLong, DeLong and Clarke-Pearson (1988, doi:10.2307/2531595) for two correlated areas
/// under the ROC curve, by the midranks of Sun and Xu (2014, doi:10.1109/LSP.2014.2337313).
///
/// Units are taken as independent; where they come in clusters the cluster bootstrap is the interval
/// to trust.
///
/// ```swift
/// let test = DeLongTest(a, b, isPositive: classes)
/// test.difference  // AUROC of a − AUROC of b
/// test.p           // two-sided
/// ```
public struct DeLongTest: Sendable, Equatable {
  /// The areas of the two scorers; ties count one half.
  public let areas: (first: Double, second: Double)
  /// The standard error of the difference.
  public let standardError: Double
  /// The two-sided p-value; 1 where the scorers rank alike, nil where a class has fewer than two
  /// units.
  public let p: Double?

  /// First area less second.
  public var difference: Double { areas.first - areas.second }

  /// The test on two scores of the same units. O(n log n).
  ///
  /// - Precondition: as many scores as classes, no NaN, and both classes occur.
  public init(_ first: [Double], _ second: [Double], isPositive: [Bool]) {
    precondition(
      first.count == isPositive.count && second.count == isPositive.count, "a score for every unit")
    let (a, b) = (Placements(first, isPositive), Placements(second, isPositive))
    areas = (a.area, b.area)
    func variance(_ x: [Double], _ y: [Double]) -> Double {
      let differences = zip(x, y).map { $0 - $1 }
      let mean = differences.reduce(0, +) / Double(differences.count)
      let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return squares / Double(differences.count - 1) / Double(differences.count)
    }
    guard a.ofPositives.count > 1, a.ofNegatives.count > 1 else {
      (standardError, p) = (0, nil)
      return
    }
    let error = variance(a.ofPositives, b.ofPositives) + variance(a.ofNegatives, b.ofNegatives)
    standardError = error.squareRoot()
    let gap = (a.area - b.area).magnitude
    p = standardError > 0 ? erfc(gap / standardError / 2.0.squareRoot()) : gap > 0 ? 0 : 1
  }

  /// Equal where all figures are.
  public static func == (a: DeLongTest, b: DeLongTest) -> Bool {
    a.areas == b.areas && a.standardError == b.standardError && a.p == b.p
  }

  /// For each unit, the share of the other class that it stands on the right side of.
  private struct Placements {
    var ofPositives: [Double] = []
    var ofNegatives: [Double] = []
    var area: Double

    init(_ scores: [Double], _ isPositive: [Bool]) {
      let units = scores.indices
      let positives = units.filter { isPositive[$0] }
      let negatives = units.filter { !isPositive[$0] }
      precondition(!positives.isEmpty && !negatives.isEmpty, "both classes occur")
      let all = Self.midranks(scores)
      let withinPositives = Self.midranks(positives.map { scores[$0] })
      let withinNegatives = Self.midranks(negatives.map { scores[$0] })
      for (place, unit) in positives.enumerated() {
        ofPositives.append((all[unit] - withinPositives[place]) / Double(negatives.count))
      }
      for (place, unit) in negatives.enumerated() {
        ofNegatives.append(1 - (all[unit] - withinNegatives[place]) / Double(positives.count))
      }
      area = ofPositives.reduce(0, +) / Double(positives.count)
    }

    /// Ranks from 1; equal scores share the middle of their ranks.
    private static func midranks(_ scores: [Double]) -> [Double] {
      let order = scores.indices.sorted { scores[$0] < scores[$1] }
      var ranks = [Double](repeating: 0, count: scores.count)
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
        for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
        start = end
      }
      return ranks
    }
  }
}
