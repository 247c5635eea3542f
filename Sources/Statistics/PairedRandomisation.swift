/// The paired randomisation test of two means on the same units (Fisher 1935; Noreen 1989): if the two
/// scorers are exchangeable, the sign of each unit's difference is as likely to be either.
///
/// p = (count + 1) / (n + 1), where count is how many of n random sets of signs give a mean at least as
/// far from 0 as the observed one: never 0, and right at any n (Davison and Hinkley 1997, §4.2).
///
/// ```swift
/// PairedRandomisation([0.1, 0.4, 0.2], [0.3, 0.5, 0.6]).difference  // -0.2333…
/// ```
///
/// **Comparison.** `scipy.stats.permutation_test(…, permutation_type="samples")` draws the same null
/// distribution and takes twice the smaller tail; with a symmetric null both agree up to the draw.
/// O(n · units).
public struct PairedRandomisation: Sendable, Equatable {
  /// The mean of first − second.
  public let difference: Double
  /// Two-sided p-value, in (0, 1].
  public let p: Double

  /// The test of two lists of values, unit by unit; nil without a unit.
  ///
  /// - Parameters:
  ///   - permutations: how many sets of signs are drawn.
  ///   - seed: decides the draws.
  /// - Precondition: both lists have one length, all values are finite, `permutations` > 0.
  public init?(
    _ first: [Double], _ second: [Double], permutations: Int = 9999, seed: UInt64 = 0
  ) {
    precondition(first.count == second.count, "every unit needs two values")
    precondition(permutations > 0, "a test needs draws")
    let differences = zip(first, second).map { $0 - $1 }
    precondition(differences.allSatisfy(\.isFinite), "a mean needs finite values")
    guard !differences.isEmpty else { return nil }
    let observed = differences.reduce(0, +)
    // Sums of the same numbers in another order of signs may differ by a rounding.
    let bound = abs(observed) - 1e-12 * differences.reduce(0) { $0 + abs($1) }
    var count = 0
    for permutation in 0..<permutations {
      var random = CounterRandom(seed: seed, stream: UInt64(permutation), purpose: 0x51674E)
      var signs: UInt64 = 0
      var sum = 0.0
      for (index, value) in differences.enumerated() {
        if index % 64 == 0 { signs = random.next() }
        sum += signs & 1 == 0 ? value : -value
        signs >>= 1
      }
      if abs(sum) >= bound { count += 1 }
    }
    difference = observed / Double(differences.count)
    p = Double(count + 1) / Double(permutations + 1)
  }
}
