import Testing

@testable import Detection

@Suite struct TreeNodeTests {
  /// The trees of both kinds are made of one node of 16 bytes, four to a cache line.
  @Test func bothKindsOfTreesShareIt() {
    let leaf = TreeNode(threshold: 0.25, feature: -1, left: 0)
    let trees = BoostedTrees.Node(threshold: 0.25, feature: -1, left: 0)
    let forest = IsolationForest.Node(threshold: 0.25, feature: -1, left: 0)
    #expect(leaf == trees && leaf == forest)
    #expect(MemoryLayout<TreeNode>.size == 16)
  }
}
