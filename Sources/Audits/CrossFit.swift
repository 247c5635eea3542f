import Statistics

/// Scores of models that never saw the cluster they score.
enum CrossFit {
  /// The fold of each unit: clusters in random order, those with a positive first, dealt in turn, so
  /// that each fold has its share of both classes.
  static func folds(
    _ clusters: [String], isPositive: [Bool], count: Int, seed: UInt64 = 0
  ) -> [Int] {
    var numbers: [String: Int] = [:]
    var hasPositive: [Bool] = []
    let dense = zip(clusters, isPositive).map { name, positive in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      if number == hasPositive.count { hasPositive.append(false) }
      if positive { hasPositive[number] = true }
      return number
    }
    var random = CounterRandom(seed: seed, stream: 0, purpose: 0xF01D)
    let order = random.permutation(of: hasPositive.count)
    var foldOfCluster = [Int](repeating: 0, count: hasPositive.count)
    for (place, cluster) in (order.filter { hasPositive[$0] } + order.filter { !hasPositive[$0] })
      .enumerated()
    {
      foldOfCluster[cluster] = place % count
    }
    return dense.map { foldOfCluster[$0] }
  }

  /// Margins of a logistic regression on standardised features, five folds; nil where a fold lacks a
  /// class to learn from.
  static func margins(
    _ rows: [[Double]], clusters: [String], isPositive: [Bool]
  ) -> [Double?] {
    let count = 5
    let folds = folds(clusters, isPositive: isPositive, count: count)
    var margins = [Double?](repeating: nil, count: rows.count)
    for fold in 0..<count {
      let training = rows.indices.filter { folds[$0] != fold }
      guard training.contains(where: { isPositive[$0] }),
        training.contains(where: { !isPositive[$0] })
      else { continue }
      let model = DenseModel(training.map { rows[$0] }, isPositive: training.map { isPositive[$0] })
      for unit in rows.indices where folds[unit] == fold {
        margins[unit] = model.margin(rows[unit])
      }
    }
    return margins
  }

  /// The rate of positives among the units of other folds that share a category; the rate of all of
  /// them where none does. Nil without a category, or where a fold is alone.
  static func rates(
    _ categories: [String?], clusters: [String], isPositive: [Bool]
  ) -> [Double?] {
    let count = 5
    let folds = folds(clusters, isPositive: isPositive, count: count)
    return (0..<count).reduce(into: [Double?](repeating: nil, count: categories.count)) {
      rates, fold in
      var table: [String: (positives: Double, all: Double)] = [:]
      var total = (positives: 0.0, all: 0.0)
      for unit in categories.indices where folds[unit] != fold {
        guard let category = categories[unit] else { continue }
        let one = isPositive[unit] ? 1.0 : 0
        table[category, default: (0, 0)].positives += one
        table[category, default: (0, 0)].all += 1
        total = (total.positives + one, total.all + 1)
      }
      guard total.all > 0 else { return }
      for unit in categories.indices where folds[unit] == fold {
        guard let category = categories[unit] else { continue }
        let seen = table[category] ?? total
        rates[unit] = seen.positives / seen.all
      }
    }
  }
}

/// Logistic regression on a few standardised features, C = 1.
struct DenseModel {
  private var means: [Double]
  private var scales: [Double]
  private let fit: LogisticFit

  /// - Precondition: both classes occur, and all rows have the same length.
  init(_ rows: [[Double]], isPositive: [Bool]) {
    let width = rows.first?.count ?? 0
    let n = Double(rows.count)
    means = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / n }
    let centres = means
    scales = (0..<width).map { column in
      let variance =
        rows.reduce(0) { sum, row in
          let difference = row[column] - centres[column]
          return sum + difference * difference
        } / n
      return variance > 1e-12 ? 1 / variance.squareRoot() : 0
    }
    let widths = scales
    let sparse = zip(rows, isPositive).map { row, positive in
      SparseRow(
        row.indices.map { ($0, (row[$0] - centres[$0]) * widths[$0]) }, isPositive: positive)
    }
    fit = LogisticFit(sparse, features: width, cost: 1)
  }

  func margin(_ row: [Double]) -> Double {
    row.indices.reduce(fit.bias) {
      $0 + fit.weights[$1] * (row[$1] - means[$1]) * scales[$1]
    }
  }
}
