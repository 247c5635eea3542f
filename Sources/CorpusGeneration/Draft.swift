/// Buffers of the planner: one attempt at a chain, and positions it looks at again.
struct Draft {
  /// Stages of the segments.
  var chain: [UInt8] = []
  var weights: [Double] = []
  var stage: [UInt8] = []
  var author: [UInt8] = []
  var signs: [UInt32] = []
  /// Positions of the leading side's critical signs.
  var critical: [Int] = []
  /// Positions worth a draw.
  var positions: [Int] = []
}
