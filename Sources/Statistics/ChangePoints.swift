import Glibc

/// The steps of a series: where its level changes for good, or until another step.
///
/// Levels are cut by ``OptimalPartition``; the price of a cut comes from a noise that steps do not
/// raise, and single points far from their neighbours are drawn in first. Then the least certain cut
/// is taken out until ``StepTest`` is sure of all. A constant mean gives a step in fewer than one of
/// twenty series, however its noise changes; a level of fewer than three points is taken for noise.
///
/// A series that repeats its values to the last bit has no noise. There every change is a step, also
/// that of the last point alone.
///
/// ```swift
/// let levels = Array(repeating: 1.0, count: 10) + Array(repeating: 2.0, count: 10)
/// ChangePoints(levels).steps.map(\.index)  // [10]
/// ```
///
/// **Comparison.** E-divisive (Matteson and James 2014, doi:10.1080/01621459.2013.849605), which
/// MongoDB and Hunter use on performance histories (Daly et al. 2020, doi:10.1145/3358960.3375791;
/// Fleming et al. 2023, doi:10.1145/3578244.3583719), also joins a cut and a test, but its
/// permutations take a change of noise for a step. O(n² + steps · draws · n).
public struct ChangePoints: Sendable, Equatable {
  /// A change from one level to the next.
  public struct Step: Sendable, Equatable {
    /// The 0-based index of the first point of the new level.
    public let index: Int
    /// The median of the old level.
    public let before: Double
    /// The median of the new level.
    public let after: Double
    /// How likely noise alone would show as much; nil in a series without noise.
    public let p: Double?
  }

  /// The steps, in order.
  public let steps: [Step]

  /// The steps of `values`; none for fewer than six values with noise, or fewer than two.
  ///
  /// - Parameters:
  ///   - isExact: whether the values are known to have no noise: then a point that differs from its
  ///     neighbours is two steps.
  ///   - leastChange: the smallest step of a series with noise, as a share of its old level: smaller
  ///     ones are joined, the smallest first, so that a slow drift is a step each time it adds up.
  ///   - significance: the largest p-value of a step.
  ///   - draws: how many series without a step each is compared with.
  /// - Precondition: all values are finite.
  public init(
    _ values: [Double], isExact: Bool = false, leastChange: Double = 0,
    significance: Double = 0.001, draws: Int = 999
  ) {
    precondition(values.allSatisfy(\.isFinite), "a level needs finite values")
    if isExact || Self.repeats(values) {
      steps = values.indices.dropFirst().filter { values[$0] != values[$0 - 1] }
        .map { Step(index: $0, before: values[$0 - 1], after: values[$0], p: nil) }
      return
    }
    let series = CalmedSeries(values)
    let penalty = 4 * log(Double(max(values.count, 1))) * series.noise * series.noise
    // Without noise every cut would be free; what is left then are lone points.
    let cuts =
      series.noise == 0
      ? []
      : OptimalPartition(series.values, penalty: penalty, minimumLength: Self.minimumLength).cuts
    var sure = Self.sureCuts(
      of: series.values, from: cuts, significance: significance, draws: draws)
    while let least = Self.leastCut(of: values, sure.map(\.index), below: leastChange) {
      sure.remove(at: least)
    }
    steps = Self.steps(of: values, sure)
  }

  /// The steps at some cuts.
  private static func steps(of values: [Double], _ cuts: [(index: Int, p: Double)]) -> [Step] {
    let levels = levels(of: values, cuts.map(\.index))
    return cuts.indices.map {
      Step(index: cuts[$0].index, before: levels[$0], after: levels[$0 + 1], p: cuts[$0].p)
    }
  }

  /// The median of each part between two cuts.
  private static func levels(of values: [Double], _ cuts: [Int]) -> [Double] {
    let bounds = [0] + cuts + [values.count]
    return zip(bounds, bounds.dropFirst()).map {
      OrderStatistics.median(Array(values[$0..<$1])) ?? 0
    }
  }

  /// The position of the smallest step, if it is smaller than a share of its old level.
  private static func leastCut(of values: [Double], _ cuts: [Int], below share: Double) -> Int? {
    guard share > 0 else { return nil }
    let levels = levels(of: values, cuts)
    let sizes = cuts.indices.map { position in
      // From 0 every step is large; none at all is the smallest.
      levels[position] == levels[position + 1]
        ? 0 : abs(levels[position + 1] - levels[position]) / abs(levels[position])
    }
    return sizes.indices.filter { sizes[$0] < share }.min { sizes[$0] < sizes[$1] }
  }

  /// The fewest points of a level in a series with noise.
  private static let minimumLength = 3

  /// Whether every value is repeated by its neighbour, but perhaps the last one: no series with noise
  /// does that.
  private static func repeats(_ values: [Double]) -> Bool {
    values.indices.dropLast().allSatisfy { index in
      values[index] == values[index + 1] || (index > 0 && values[index] == values[index - 1])
    }
  }

  /// The cuts that are left when the least certain one is taken out until all are significant.
  private static func sureCuts(
    of values: [Double], from cuts: [Int], significance: Double, draws: Int
  ) -> [(index: Int, p: Double)] {
    var cuts = cuts
    /// The p-value of the cut at a position of the list, within the levels beside it.
    func p(_ position: Int) -> Double {
      let start = position == 0 ? 0 : cuts[position - 1]
      let end = position == cuts.count - 1 ? values.count : cuts[position + 1]
      return StepTest(
        Array(values[start..<end]), at: cuts[position] - start, minimumLength: minimumLength,
        draws: draws
      ).p
    }
    var chances = cuts.indices.map(p)
    while let worst = chances.indices.max(by: { chances[$0] < chances[$1] }),
      chances[worst] > significance
    {
      cuts.remove(at: worst)
      chances.remove(at: worst)
      // Only the neighbours of what was taken out have other levels beside them now.
      for position in [worst - 1, worst] where cuts.indices.contains(position) {
        chances[position] = p(position)
      }
    }
    return Array(zip(cuts, chances)).map { (index: $0, p: $1) }
  }
}
