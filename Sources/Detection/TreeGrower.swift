/// Grows the trees of ``GradientBoosting`` one after the other on the same binned rows.
struct TreeGrower {
  /// Where each tree begins.
  private(set) var roots: [Int] = []
  /// All nodes so far.
  private(set) var nodes: [BoostedTrees.Node] = []
  /// What each node would add were it a leaf.
  private(set) var means: [Double] = []

  private let settings: GradientBoosting
  private let bins: FeatureBins
  private let columns: Int
  /// The bins of all rows, row by row.
  private let binned: [UInt8]
  /// Where the cells of each feature begin in a histogram; one more entry than features.
  private let offsets: [Int]

  /// Gradient, curvature and rows of a bin or a leaf.
  private struct Cell {
    var gradient = 0.0
    var weight = 0.0
    var rows = 0.0

    static func + (a: Cell, b: Cell) -> Cell {
      Cell(
        gradient: a.gradient + b.gradient, weight: a.weight + b.weight, rows: a.rows + b.rows)
    }

    static func - (a: Cell, b: Cell) -> Cell {
      Cell(
        gradient: a.gradient - b.gradient, weight: a.weight - b.weight, rows: a.rows - b.rows)
    }
  }

  private struct Split {
    var gain: Double
    var feature: Int
    var bin: Int
  }

  /// A leaf of the growing tree: its node, its rows in `order`, and how it would be split best.
  private struct Leaf {
    var node: Int
    var rows: Range<Int>
    var total: Cell
    var histogram: [Cell]
    var split: Split?
  }

  init(_ rows: FeatureMatrix, _ bins: FeatureBins, _ settings: GradientBoosting) {
    (self.settings, self.bins, columns) = (settings, bins, rows.columns)
    var offsets = [0]
    for bounds in bins.bounds { offsets.append(offsets[offsets.count - 1] + bounds.count + 1) }
    self.offsets = offsets
    var binned: [UInt8] = []
    binned.reserveCapacity(rows.values.count)
    for row in 0..<rows.count {
      for column in 0..<rows.columns {
        binned.append(bins.bin(rows[row, column], feature: column))
      }
    }
    self.binned = binned
  }

  /// Grows one tree on the log-loss at `margins` and adds what it says to them.
  mutating func grow(_ margins: inout [Double], _ isPositive: [Bool]) {
    var gradients: [Double] = []
    var weights: [Double] = []
    gradients.reserveCapacity(margins.count)
    weights.reserveCapacity(margins.count)
    for index in margins.indices {
      let p = Elementary.logistic(margins[index])
      gradients.append(p - (isPositive[index] ? 1 : 0))
      weights.append(max(p * (1 - p), 1e-16))
    }
    var order = margins.indices.map { UInt32($0) }
    roots.append(nodes.count)
    var leaves = [leaf(node(), 0..<order.count, histogram(order[...], gradients, weights))]
    while leaves.count < settings.leaves {
      var best: (place: Int, gain: Double)?
      for (place, leaf) in leaves.enumerated() {
        guard let split = leaf.split, split.gain > best?.gain ?? 0 else { continue }
        best = (place, split.gain)
      }
      guard let place = best?.place, let split = leaves[place].split else { break }
      let parent = leaves[place]
      let middle = partition(&order, parent.rows, split)
      let (low, high) = (parent.rows.lowerBound..<middle, middle..<parent.rows.upperBound)
      // The smaller child is counted, the larger one is what the parent has more.
      let small = histogram(order[low.count <= high.count ? low : high], gradients, weights)
      let large = difference(parent.histogram, small)
      nodes[parent.node].threshold = bins.bounds[split.feature][split.bin]
      nodes[parent.node].feature = Int32(split.feature)
      nodes[parent.node].left = Int32(nodes.count)
      let (first, second) = (node(), node())
      leaves[place] = leaf(first, low, low.count <= high.count ? small : large)
      leaves.append(leaf(second, high, low.count <= high.count ? large : small))
    }
    for leaf in leaves {
      nodes[leaf.node].threshold = means[leaf.node]
      for place in leaf.rows { margins[Int(order[place])] += means[leaf.node] }
    }
  }

  /// A new leaf without a value.
  private mutating func node() -> Int {
    nodes.append(BoostedTrees.Node(threshold: 0, feature: -1, left: 0))
    means.append(0)
    return nodes.count - 1
  }

  private mutating func leaf(_ node: Int, _ rows: Range<Int>, _ histogram: [Cell]) -> Leaf {
    // The cells of any one feature hold every row of the leaf.
    let total = histogram[..<offsets[1]].reduce(Cell(), +)
    means[node] = -total.gradient / (total.weight + settings.l2) * settings.learningRate
    return Leaf(
      node: node, rows: rows, total: total, histogram: histogram,
      split: bestSplit(histogram, total))
  }

  private func histogram(
    _ rows: ArraySlice<UInt32>, _ gradients: [Double], _ weights: [Double]
  ) -> [Cell] {
    var cells = [Cell](repeating: Cell(), count: offsets[columns])
    var target = cells.mutableSpan
    let (binned, offsets, columns) = (binned.span, offsets.span, columns)
    let (gradients, weights, rows) = (gradients.span, weights.span, rows.span)
    for place in rows.indices {
      let row = Int(rows[place])
      let (gradient, weight) = (gradients[row], weights[row])
      let start = row &* columns
      for column in 0..<columns {
        let place = offsets[column] &+ Int(binned[start &+ column])
        let cell = target[place]
        target[place] = Cell(
          gradient: cell.gradient + gradient, weight: cell.weight + weight, rows: cell.rows + 1)
      }
    }
    return cells
  }

  private func difference(_ whole: [Cell], _ part: [Cell]) -> [Cell] {
    zip(whole, part).map { $0 - $1 }
  }

  /// The largest gain, the first among equals; nil where no split gains or is allowed.
  private func bestSplit(_ histogram: [Cell], _ total: Cell) -> Split? {
    var best: Split?
    var largest = 1e-10
    let l2 = settings.l2
    let before = total.gradient * total.gradient / (total.weight + l2)
    let cells = histogram.span
    for feature in 0..<columns {
      var left = Cell()
      for cell in offsets[feature]..<max(offsets[feature], offsets[feature + 1] - 1) {
        left = left + cells[cell]
        guard left.rows >= Double(settings.minimumRows), left.weight >= settings.minimumWeight
        else { continue }
        let right = total - left
        guard right.rows >= Double(settings.minimumRows), right.weight >= settings.minimumWeight
        else { break }
        let gain =
          left.gradient * left.gradient / (left.weight + l2)
          + right.gradient * right.gradient / (right.weight + l2) - before
        if gain > largest {
          largest = gain
          best = Split(gain: gain, feature: feature, bin: cell - offsets[feature])
        }
      }
    }
    return best
  }

  /// Moves the rows that go left to the front, in order, and gives where the others begin.
  private func partition(_ order: inout [UInt32], _ rows: Range<Int>, _ split: Split) -> Int {
    var others: [UInt32] = []
    var end = rows.lowerBound
    for place in rows {
      let row = order[place]
      if Int(binned[Int(row) * columns + split.feature]) <= split.bin {
        order[end] = row
        end += 1
      } else {
        others.append(row)
      }
    }
    for (index, row) in others.enumerated() { order[end + index] = row }
    return end
  }
}
