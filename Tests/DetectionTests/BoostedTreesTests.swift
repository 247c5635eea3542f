import Testing

@testable import Detection

@Suite struct BoostedTreesTests {
  /// x₁ ≤ 2 ? (x₀ ≤ −1 ? 10 : 20) : 30, and a tree that is one leaf.
  static let trees = BoostedTrees(
    base: 0.5, roots: [0, 5],
    nodes: [
      .init(threshold: 2, feature: 1, left: 1), .init(threshold: -1, feature: 0, left: 3),
      .init(threshold: 30, feature: -1, left: 0), .init(threshold: 10, feature: -1, left: 0),
      .init(threshold: 20, feature: -1, left: 0), .init(threshold: 0.25, feature: -1, left: 0),
    ], means: [17, 14, 30, 10, 20, 0.25])

  @Test func rowsFallIntoTheirLeaves() {
    #expect(Self.trees.margin([-1, 2].span) == 10.75)
    #expect(Self.trees.margin([-0.5, 2].span) == 20.75)
    #expect(Self.trees.margin([-5, 2.5].span) == 30.75)
  }

  @Test func contributionsLeadFromTheRootsToTheMargin() {
    #expect(Self.trees.contributions([-1, 2].span) == [-4, -3])
    #expect(Self.trees.contributions([0, 3].span) == [0, 13])
    for seed in UInt64(1)...3 {
      let (rows, isPositive) = GradientBoostingTests.random(seed, rows: 200, columns: 4)
      let trees = GradientBoosting(rounds: 20, leaves: 8).fit(
        rows, isPositive: isPositive, checkpoint: {})
      let roots = trees.roots.reduce(trees.base) { $0 + trees.means[$1] }
      for row in 0..<rows.count {
        let values = Array(rows.values[rows.range(row)])
        let sum = trees.contributions(values.span).reduce(roots, +)
        #expect((sum - trees.margin(values.span)).magnitude < 1e-9, "seed \(seed), row \(row)")
      }
    }
  }

  @Test func bytesComeBackAndLoopsAreRefused() throws {
    func read(_ trees: BoostedTrees, features: Int = 2) throws -> BoostedTrees {
      var writer = ModelWriter("t", layout: 1)
      writer.write(trees)
      var reader = try ModelReader("t", layout: 1, writer.bytes)
      let again = try reader.readTrees(features: features)
      try reader.finish()
      return again
    }
    #expect(try read(Self.trees) == Self.trees)
    #expect(throws: DetectionError.self) { try read(Self.trees, features: 1) }
    for (left, place) in [(0, 0), (1, 1), (5, 1), (-1, 0)] {
      var nodes = Self.trees.nodes
      nodes[place].left = Int32(left)
      let bad = BoostedTrees(base: 0, roots: [0], nodes: nodes, means: Self.trees.means)
      #expect(throws: DetectionError.self, "\(left)") { try read(bad) }
    }
    let outside = BoostedTrees(
      base: 0, roots: [6], nodes: Self.trees.nodes, means: Self.trees.means)
    #expect(throws: DetectionError.self) { try read(outside) }
  }
}
