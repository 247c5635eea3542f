import Foundation

@testable import Detection

/// The values of `Reference/forest.json`, written by scikit-learn.
struct ForestReference: Decodable, Sendable {
  struct Tree: Decodable, Sendable {
    var left: [Int]
    var right: [Int]
    var feature: [Int]
    var threshold: [Double]
    var rows: [Int]
  }

  struct Run: Decodable, Sendable {
    var subsample: Int
    var trees: [Tree]
    var scores: [Double]
  }

  var rows: [[Double]]
  var runs: [Run]
  var counts: [Int]
  var averagePaths: [Double]

  static func load() throws -> ForestReference {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/forest.json")
    return try JSONDecoder().decode(ForestReference.self, from: Data(contentsOf: file))
  }
}

extension IsolationForest {
  /// The same trees with children side by side and path lengths in the leaves.
  init(_ run: ForestReference.Run) {
    var (roots, nodes): ([Int], [Node]) = ([], [])
    for tree in run.trees {
      roots.append(nodes.count)
      nodes.append(Node(threshold: 0, feature: -1, left: 0))
      var open = [(source: 0, target: roots[roots.count - 1], depth: 0)]
      while let (source, target, depth) = open.popLast() {
        if tree.left[source] < 0 {
          nodes[target].threshold = Double(depth) + Self.averagePath(tree.rows[source])
          continue
        }
        nodes[target] = Node(
          threshold: tree.threshold[source], feature: Int32(tree.feature[source]),
          left: Int32(nodes.count))
        open.append((tree.left[source], nodes.count, depth + 1))
        open.append((tree.right[source], nodes.count + 1, depth + 1))
        nodes.append(Node(threshold: 0, feature: -1, left: 0))
        nodes.append(Node(threshold: 0, feature: -1, left: 0))
      }
    }
    self.init(subsample: run.subsample, roots: roots, nodes: nodes)
  }
}
