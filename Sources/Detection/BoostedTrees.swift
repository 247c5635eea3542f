/// The sum of many small regression trees over dense features: what ``GradientBoosting`` fits.
struct BoostedTrees: Sendable, Equatable {
  /// A leaf says what it adds to the margin.
  typealias Node = TreeNode

  /// The margin before any tree: the log-odds of the training rows.
  let base: Double
  /// Where each tree begins in ``nodes``.
  let roots: [Int]
  /// All trees one after the other; a child stands behind its parent.
  let nodes: [Node]
  /// Of each node what it would add were it a leaf: by these a path is told apart by feature.
  let means: [Double]

  /// The log-odds of a row. O(trees · depth), no allocation.
  @inline(__always) func margin(_ row: Span<Double>) -> Double {
    let (roots, nodes) = (roots.span, nodes.span)
    var sum = base
    for tree in roots.indices {
      var node = nodes[roots[tree]]
      while node.feature >= 0 {
        let right = row[Int(node.feature)] <= node.threshold ? 0 : 1
        node = nodes[Int(node.left) + right]
      }
      sum += node.threshold
    }
    return sum
  }

  /// What each feature adds to the margin along the paths that the row takes (Saabas 2014): each
  /// split moves the mean of its node to that of the child. With the base and the means of the
  /// roots, the sum is the margin.
  func contributions(_ row: Span<Double>) -> [Double] {
    var parts = [Double](repeating: 0, count: row.count)
    for root in roots {
      var place = root
      while nodes[place].feature >= 0 {
        let feature = Int(nodes[place].feature)
        let next = Int(nodes[place].left) + (row[feature] <= nodes[place].threshold ? 0 : 1)
        parts[feature] += means[next] - means[place]
        place = next
      }
    }
    return parts
  }
}

extension ModelWriter {
  mutating func write(_ trees: BoostedTrees) {
    write(trees.base)
    write(UInt32(trees.roots.count))
    for root in trees.roots { write(UInt32(root)) }
    write(UInt32(trees.nodes.count))
    for (node, mean) in zip(trees.nodes, trees.means) {
      write(node.threshold)
      write(node.feature)
      write(node.left)
      write(mean)
    }
  }
}

extension ModelReader {
  /// Trees over `features` features; refuses whatever would not end in a leaf.
  mutating func readTrees(features: Int) throws(DetectionError) -> BoostedTrees {
    let base = try readDouble()
    var roots: [Int] = []
    for _ in 0..<(try readCount(size: 4)) { roots.append(Int(try read(UInt32.self))) }
    var nodes: [BoostedTrees.Node] = []
    var means: [Double] = []
    let count = try readCount(size: 24)
    for place in 0..<count {
      let threshold = try readDouble()
      let feature = try read(Int32.self)
      let left = try read(Int32.self)
      guard feature >= -1, Int(feature) < features else {
        throw refuse("feature \(feature)", expected: "-1..<\(features)")
      }
      guard feature < 0 || (Int(left) > place && Int(left) + 1 < count) else {
        throw refuse("a child at \(left)", expected: "behind node \(place), below \(count)")
      }
      nodes.append(BoostedTrees.Node(threshold: threshold, feature: feature, left: left))
      means.append(try readDouble())
    }
    guard roots.allSatisfy({ $0 < count }) else {
      throw refuse("a root outside the nodes", expected: "below \(count)")
    }
    return BoostedTrees(base: base, roots: roots, nodes: nodes, means: means)
  }
}
