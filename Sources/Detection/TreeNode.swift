/// A split or a leaf of a tree over dense features, as ``BoostedTrees`` and ``IsolationForest`` keep
/// it.
struct TreeNode: Sendable, Equatable {
  /// A row goes left where its value is ≤ this; of a leaf, what the leaf says of a row.
  var threshold: Double
  /// The feature that is compared; −1 for a leaf.
  var feature: Int32
  /// The position of the left child; the right one follows it.
  var left: Int32
}
