import Statistics

/// Trees of random cuts, in which unusual rows are alone after few cuts.
///
/// Liu, Ting, Zhou 2008, doi:10.1109/ICDM.2008.17. Each tree cuts a subsample at a random place of
/// a random feature until a row is alone or the tree is ⌈log₂ ψ⌉ deep. Agrees with
/// `sklearn.ensemble.IsolationForest`: the same trees give the same ``score(_:)``, whose sign
/// scikit-learn turns.
struct IsolationForest: Sendable, Equatable {
  /// A leaf says the path length of a row in it.
  typealias Node = TreeNode

  /// ψ: how many rows each tree has seen.
  let subsample: Int
  /// Where each tree begins in ``nodes``.
  let roots: [Int]
  /// All trees one after the other; a child stands behind its parent.
  let nodes: [Node]

  /// Trees that are given.
  init(subsample: Int, roots: [Int], nodes: [Node]) {
    (self.subsample, self.roots, self.nodes) = (subsample, roots, nodes)
  }

  /// Grows trees on subsamples without replacement of at most `subsample` rows; deterministic in
  /// its arguments. O(trees · ψ · log ψ).
  ///
  /// - Precondition: one row or more, one tree or more, ψ of 2 or more.
  init(_ rows: FeatureMatrix, trees: Int, subsample: Int, seed: UInt64) {
    precondition(rows.count > 0 && trees > 0 && subsample > 1, "an empty forest")
    self.subsample = min(subsample, rows.count)
    let depth = Self.depth(self.subsample)
    var (roots, nodes): ([Int], [Node]) = ([], [])
    var all = Array(0..<rows.count)
    for tree in 0..<trees {
      var random = CounterRandom(seed: seed, stream: UInt64(tree), purpose: 0x666F_7265_7374)
      for place in 0..<self.subsample {
        all.swapAt(place, place + random.below(all.count - place))
      }
      roots.append(nodes.count)
      // Positions of nodes that still hold their rows.
      var open = [(node: nodes.count, rows: Array(all.prefix(self.subsample)), depth: 0)]
      nodes.append(Node(threshold: 0, feature: -1, left: 0))
      while let (node, members, level) = open.popLast() {
        guard level < depth, members.count > 1,
          let (feature, threshold) = Self.cut(rows, members, &random)
        else {
          nodes[node].threshold = Double(level) + Self.averagePath(members.count)
          continue
        }
        nodes[node] = Node(threshold: threshold, feature: Int32(feature), left: Int32(nodes.count))
        let left = members.filter { rows[$0, feature] <= threshold }
        let right = members.filter { rows[$0, feature] > threshold }
        open.append((nodes.count + 1, right, level + 1))
        open.append((nodes.count, left, level + 1))
        nodes.append(Node(threshold: 0, feature: -1, left: 0))
        nodes.append(Node(threshold: 0, feature: -1, left: 0))
      }
    }
    (self.roots, self.nodes) = (roots, nodes)
  }

  /// The anomaly score 2^(−E[h]/c(ψ)): near 1 for what is alone at once, below ½ for the usual.
  /// O(trees · log ψ), no allocation.
  @inline(__always) func score(_ row: Span<Double>) -> Double {
    let (roots, nodes) = (roots.span, nodes.span)
    var sum = 0.0
    for tree in roots.indices {
      var node = nodes[roots[tree]]
      while node.feature >= 0 {
        let right = row[Int(node.feature)] <= node.threshold ? 0 : 1
        node = nodes[Int(node.left) + right]
      }
      sum += node.threshold
    }
    let expected = Double(roots.count) * Self.averagePath(subsample)
    guard expected > 0 else { return 0.5 }
    return Elementary.exp(-sum / expected * 0.693147180559945309417)
  }

  /// c(n): the mean path length of an unsuccessful search in a binary tree of `count` rows;
  /// `sklearn.ensemble._iforest._average_path_length`.
  static func averagePath(_ count: Int) -> Double {
    guard count > 1 else { return 0 }
    guard count > 2 else { return 1 }
    let n = Double(count)
    return 2 * (Elementary.log(n - 1) + 0.577215664901532860607) - 2 * (n - 1) / n
  }

  /// ⌈log₂ count⌉.
  static func depth(_ count: Int) -> Int { Int.bitWidth - max(0, count - 1).leadingZeroBitCount }

  /// A random feature among those that differ, and a place between its smallest and its largest
  /// value; nil where all rows are equal.
  private static func cut(
    _ rows: FeatureMatrix, _ members: [Int], _ random: inout CounterRandom
  ) -> (feature: Int, threshold: Double)? {
    var features = Array(0..<rows.columns)
    while !features.isEmpty {
      let place = random.below(features.count)
      let feature = features[place]
      var (low, high) = (Double.infinity, -Double.infinity)
      for row in members {
        low = min(low, rows[row, feature])
        high = max(high, rows[row, feature])
      }
      if low < high {
        let threshold = low + random.unit() * (high - low)
        // Rounding may reach the largest value, which must stay on the right.
        return (feature, threshold < high ? threshold : low)
      }
      features.swapAt(place, features.count - 1)
      features.removeLast()
    }
    return nil
  }
}

extension ModelWriter {
  mutating func write(_ forest: IsolationForest) {
    write(UInt32(forest.subsample))
    write(UInt32(forest.roots.count))
    for root in forest.roots { write(UInt32(root)) }
    write(UInt32(forest.nodes.count))
    for node in forest.nodes {
      write(node.threshold)
      write(node.feature)
      write(node.left)
    }
  }
}

extension ModelReader {
  /// A forest over `features` features; refuses whatever would not end in a leaf.
  mutating func readForest(features: Int) throws(DetectionError) -> IsolationForest {
    let subsample = Int(try read(UInt32.self))
    guard subsample > 0 else { throw refuse("a subsample of 0", expected: "1 or more") }
    var roots: [Int] = []
    for _ in 0..<(try readCount(size: 4)) { roots.append(Int(try read(UInt32.self))) }
    var nodes: [IsolationForest.Node] = []
    let count = try readCount(size: 16)
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
      nodes.append(IsolationForest.Node(threshold: threshold, feature: feature, left: left))
    }
    guard !roots.isEmpty, roots.allSatisfy({ $0 < count }) else {
      throw refuse("a root outside the nodes", expected: "1 or more, below \(count)")
    }
    return IsolationForest(subsample: subsample, roots: roots, nodes: nodes)
  }
}
