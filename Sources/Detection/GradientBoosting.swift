/// Gradient boosting of regression trees on binned features for two classes.
///
/// Each round fits a tree to gradient and curvature of the log-loss and adds it, shrunken; a tree
/// grows leaf by leaf, always where the second-order gain ½[G²ₗ/(Hₗ+λ) + G²ᵣ/(Hᵣ+λ) − G²/(H+λ)] is
/// largest. Sources: Friedman 2001, doi:10.1214/aos/1013203451; Chen & Guestrin 2016,
/// doi:10.1145/2939672.2939785; Ke et al. 2017, "LightGBM: a highly efficient gradient boosting
/// decision tree", whose parameters and defaults these are. Nothing is drawn at random.
struct GradientBoosting: Sendable {
  /// How many trees.
  var rounds = 100
  /// How much of each tree is added, 0…1.
  var learningRate = 0.1
  /// The most leaves of a tree; 2 or more.
  var leaves = 31
  /// The fewest rows of a leaf.
  var minimumRows = 20
  /// The least sum of curvatures of a leaf.
  var minimumWeight = 1e-3
  /// λ: the L2 penalty on the values of leaves.
  var l2 = 0.0
  /// The most bins of a feature; 2…255.
  var bins = FeatureBins.limit

  /// Trees for these rows; both classes must occur. O(rounds · rows · columns · depth).
  func fit(
    _ rows: FeatureMatrix, isPositive: [Bool], checkpoint: () throws -> Void
  ) rethrows -> BoostedTrees {
    precondition(rows.count == isPositive.count, "a class for every row")
    let positives = Double(isPositive.count { $0 })
    let base = Elementary.log(positives / (Double(isPositive.count) - positives))
    var grower = TreeGrower(rows, FeatureBins(rows, maximum: bins), self)
    var margins = [Double](repeating: base, count: rows.count)
    for round in 0..<rounds {
      if round % 16 == 0 { try checkpoint() }
      grower.grow(&margins, isPositive)
    }
    return BoostedTrees(
      base: base, roots: grower.roots, nodes: grower.nodes, means: grower.means)
  }
}
