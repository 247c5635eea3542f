/// Draws clusters with replacement, within strata of the clusters' label pattern.
///
/// Conversations of one group are not independent, so groups are drawn whole (Davison and Hinkley
/// 1997, §3.8, doi:10.1017/CBO9780511802843). A cluster is positive, negative or mixed; each
/// stratum keeps its number of clusters, so no resample loses a class. A resample is a multiplicity
/// per unit. It depends on seed and number alone, which makes comparisons on the same units paired.
///
/// ```swift
/// let bootstrap = ClusterBootstrap(clusters: [0, 0, 1], isPositive: [true, true, false])
/// bootstrap.multiplicities(resample: 0, seed: 7)  // [1, 1, 1]: one cluster in each stratum
/// ```
public struct ClusterBootstrap: Sendable {
  /// The cluster of each unit.
  private let clusterOfUnit: [Int]
  /// Cluster numbers, by stratum.
  private let strata: [[Int]]
  private let clusterCount: Int

  /// A bootstrap over units with the given cluster numbers (0-based, dense) and classes. O(n).
  ///
  /// - Precondition: both arrays have the same count; no cluster number is negative.
  public init(clusters: [Int], isPositive: [Bool]) {
    precondition(clusters.count == isPositive.count, "one class for each unit")
    clusterOfUnit = clusters
    clusterCount = (clusters.max() ?? -1) + 1
    // Bit 0: holds a negative unit; bit 1: holds a positive one; so 1, 2 and 3 are the strata.
    var pattern = [Int](repeating: 0, count: clusterCount)
    for (cluster, positive) in zip(clusters, isPositive) { pattern[cluster] |= positive ? 2 : 1 }
    strata = [2, 1, 3].map { wanted in pattern.indices.filter { pattern[$0] == wanted } }
      .filter { !$0.isEmpty }
  }

  /// How often each unit stands in a resample; the units of a cluster share one number. O(n).
  public func multiplicities(resample number: Int, seed: UInt64) -> [Int] {
    var random = CounterRandom(seed: seed, stream: UInt64(number), purpose: 0xB007)
    var drawn = [Int](repeating: 0, count: clusterCount)
    for stratum in strata {
      for _ in stratum.indices { drawn[stratum[random.below(stratum.count)]] += 1 }
    }
    return clusterOfUnit.map { drawn[$0] }
  }
}
