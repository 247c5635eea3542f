import Testing

@testable import Detection

@Suite struct TreeGrowerTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func theFirstTreeTakesTheLargestGain(_ seed: UInt64) throws {
    let (rows, isPositive) = GradientBoostingTests.random(seed, rows: 60, columns: 3)
    let booster = GradientBoosting(
      rounds: 1, learningRate: 1, leaves: 2, minimumRows: 5, minimumWeight: 0, l2: 0.5, bins: 255)
    let trees = booster.fit(rows, isPositive: isPositive, checkpoint: {})
    let p = Double(isPositive.count { $0 }) / Double(isPositive.count)
    func gain(_ members: [Int]) -> Double {
      let gradient = members.reduce(0) { $0 + p - (isPositive[$1] ? 1 : 0) }
      return gradient * gradient / (Double(members.count) * p * (1 - p) + 0.5)
    }
    var best = (gain: -1.0, left: [Int]())
    for column in 0..<3 {
      for cut in 0..<rows.count {
        let left = (0..<rows.count).filter { rows[$0, column] <= rows[cut, column] }
        let right = (0..<rows.count).filter { rows[$0, column] > rows[cut, column] }
        // Bins hold three rows or more, so fewer cuts are open to the trees than to this search.
        guard left.count >= 5, right.count >= 5, left.count % 3 == 0 else { continue }
        let value = gain(left) + gain(right)
        if value > best.gain { best = (value, left) }
      }
    }
    let root = trees.nodes[0]
    let left = (0..<rows.count).filter { rows[$0, Int(root.feature)] <= root.threshold }
    #expect(left == best.left, "seed \(seed)")
    let gradient = left.reduce(0) { $0 + p - (isPositive[$1] ? 1 : 0) }
    let value = -gradient / (Double(left.count) * p * (1 - p) + 0.5)
    #expect((trees.nodes[Int(root.left)].threshold - value).magnitude < 1e-12, "seed \(seed)")
  }

  @Test func treesKeepToTheirLeavesAndRows() {
    let (rows, isPositive) = GradientBoostingTests.random(7, rows: 300, columns: 4)
    let booster = GradientBoosting(rounds: 10, leaves: 7, minimumRows: 25)
    let trees = booster.fit(rows, isPositive: isPositive, checkpoint: {})
    #expect(trees.roots.count == 10)
    for (tree, root) in trees.roots.enumerated() {
      let end = tree + 1 < trees.roots.count ? trees.roots[tree + 1] : trees.nodes.count
      #expect(trees.nodes[root..<end].count { $0.feature < 0 } <= 7)
      var reached: [Int: Int] = [:]
      for row in 0..<rows.count {
        var place = root
        while trees.nodes[place].feature >= 0 {
          let node = trees.nodes[place]
          place = Int(node.left) + (rows[row, Int(node.feature)] <= node.threshold ? 0 : 1)
        }
        reached[place, default: 0] += 1
      }
      #expect(reached.values.allSatisfy { $0 >= 25 })
    }
  }

  @Test func growingMovesTheMargins() {
    let (rows, isPositive) = GradientBoostingTests.random(8, rows: 100, columns: 2)
    let settings = GradientBoosting(leaves: 4, minimumRows: 10)
    var grower = TreeGrower(rows, FeatureBins(rows, maximum: 255), settings)
    var margins = [Double](repeating: 0.25, count: 100)
    grower.grow(&margins, isPositive)
    grower.grow(&margins, isPositive)
    #expect(grower.roots.count == 2)
    let trees = BoostedTrees(
      base: 0.25, roots: grower.roots, nodes: grower.nodes, means: grower.means)
    for (margin, expected) in zip(margins, trees.margins(rows)) {
      #expect((margin - expected).magnitude < 1e-12)
    }
  }
}
