import Statistics
import Testing

struct ClusterBootstrapTests {
  /// Clusters 0 and 1 positive, 2 and 3 negative, 4 and 5 mixed.
  private let clusters = [0, 0, 1, 2, 3, 3, 3, 4, 4, 5, 5]
  private let isPositive = [
    true, true, true, false, false, false, false, true, false, false, true,
  ]

  private var bootstrap: ClusterBootstrap {
    ClusterBootstrap(clusters: clusters, isPositive: isPositive)
  }

  @Test(arguments: 0..<20) func clustersMoveAsOneAndStrataKeepTheirSize(number: Int) {
    let weights = bootstrap.multiplicities(resample: number, seed: 1)
    #expect(weights[0] == weights[1])
    #expect(weights[4] == weights[5] && weights[5] == weights[6])
    #expect(weights[0] + weights[2] == 2)
    #expect(weights[3] + weights[4] == 2)
    #expect(weights[7] + weights[9] == 2)
  }

  @Test func everyClusterIsDrawnOnceOnAverage() {
    var sums = [Int](repeating: 0, count: clusters.count)
    for number in 0..<1000 {
      for (index, weight) in bootstrap.multiplicities(resample: number, seed: 2).enumerated() {
        sums[index] += weight
      }
    }
    for sum in sums { #expect(abs(sum - 1000) < 130) }
  }

  @Test func aResampleDependsOnSeedAndNumberAlone() {
    let late = bootstrap.multiplicities(resample: 5, seed: 3)
    #expect(late == bootstrap.multiplicities(resample: 5, seed: 3))
    let others = (0..<20).map { bootstrap.multiplicities(resample: $0, seed: 4) }
    #expect(Set(others).count > 5)
  }

  @Test func nothingToDraw() {
    let empty = ClusterBootstrap(clusters: [], isPositive: [])
    #expect(empty.multiplicities(resample: 0, seed: 0).isEmpty)
  }
}
