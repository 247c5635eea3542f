import Statistics
import Testing

@testable import Detection

@Suite struct IsolationForestTests {
  static let reference = Result { try ForestReference.load() }

  @Test(arguments: 0..<3)
  func theTreesOfScikitLearnGiveItsScores(_ number: Int) throws {
    let reference = try Self.reference.get()
    let forest = IsolationForest(reference.runs[number])
    for (row, expected) in zip(reference.rows, reference.runs[number].scores) {
      let score = forest.score(row.span)
      #expect((score - expected).magnitude < 1e-9, "run \(number): \(score), \(expected)")
    }
  }

  @Test func averagePathsAreThoseOfScikitLearn() throws {
    let reference = try Self.reference.get()
    for (count, expected) in zip(reference.counts, reference.averagePaths) {
      #expect((IsolationForest.averagePath(count) - expected).magnitude < 1e-9, "\(count)")
    }
  }

  @Test func depthsAreRoundedUp() {
    #expect([1, 2, 3, 4, 5, 256, 257].map(IsolationForest.depth) == [0, 1, 2, 2, 3, 8, 9])
  }

  private static func cloud(_ seed: UInt64, _ outlier: [Double]) -> FeatureMatrix {
    var random = CounterRandom(seed: seed, stream: 0)
    var rows = FeatureMatrix(columns: 4)
    for index in 0..<300 {
      let row = (0..<4).map { _ in random.unit() + random.unit() + random.unit() }
      rows.append(index == 123 ? outlier.span : row.span)
    }
    return rows
  }

  private static func scores(_ forest: IsolationForest, _ rows: FeatureMatrix) -> [Double] {
    (0..<rows.count).map { forest.score(rows.values.span.extracting(rows.range($0))) }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func theObviousOutlierRanksFirst(_ seed: UInt64) {
    for outlier in [[20.0, -20, 20, -20], [1.5, 1.5, 40, 40]] {
      let rows = Self.cloud(seed, outlier)
      let forest = IsolationForest(rows, trees: 100, subsample: 256, seed: seed)
      let scores = Self.scores(forest, rows)
      let first = scores.indices.max { scores[$0] < scores[$1] }
      #expect(first == 123, "seed \(seed)")
      #expect(scores[123] > 0.6 && scores.reduce(0, +) / 300 < 0.5, "seed \(seed)")
    }
  }

  @Test func aForestDependsOnItsSeedAlone() {
    let rows = Self.cloud(9, [0, 0, 0, 0])
    let one = IsolationForest(rows, trees: 10, subsample: 64, seed: 1)
    #expect(one == IsolationForest(rows, trees: 10, subsample: 64, seed: 1))
    #expect(one != IsolationForest(rows, trees: 10, subsample: 64, seed: 2))
  }

  @Test func leavesHoldTheSubsampleWithinTheDepth() {
    let rows = Self.cloud(10, [0, 0, 0, 0])
    let forest = IsolationForest(rows, trees: 20, subsample: 32, seed: 1)
    for (tree, root) in forest.roots.enumerated() {
      let end = tree + 1 < forest.roots.count ? forest.roots[tree + 1] : forest.nodes.count
      let leaves = forest.nodes[root..<end].filter { $0.feature < 0 }
      #expect(leaves.count <= 32)
      // No path is longer than the depth and what is left of the rows there.
      let longest = 5 + IsolationForest.averagePath(32)
      #expect(leaves.allSatisfy { $0.threshold > 0 && $0.threshold <= longest })
    }
  }

  @Test func equalRowsAreAllTheSame() {
    var rows = FeatureMatrix(columns: 2)
    for _ in 0..<10 { rows.append([3.0, 4.0].span) }
    let forest = IsolationForest(rows, trees: 5, subsample: 256, seed: 1)
    #expect(forest.nodes.count == 5 && forest.subsample == 10)
    #expect((forest.score([3.0, 4.0].span) - 0.5).magnitude < 1e-12)
  }

  @Test func bytesComeBackAndLoopsAreRefused() throws {
    func read(_ forest: IsolationForest) throws -> IsolationForest {
      var writer = ModelWriter("f", layout: 1)
      writer.write(forest)
      var reader = try ModelReader("f", layout: 1, writer.bytes)
      let again = try reader.readForest(features: 4)
      try reader.finish()
      return again
    }
    let forest = IsolationForest(Self.cloud(1, [0, 0, 0, 0]), trees: 3, subsample: 16, seed: 1)
    #expect(try read(forest) == forest)
    var nodes = forest.nodes
    nodes[0].left = 0
    for (roots, nodes) in [(forest.roots, nodes), ([], forest.nodes), ([9999], forest.nodes)] {
      let bad = IsolationForest(subsample: 16, roots: roots, nodes: nodes)
      #expect(throws: DetectionError.self) { try read(bad) }
    }
  }
}
