/// A rating of a conversation from the log ratios of its texts that has none of Sentinel's defects.
///
/// Log ratios above 0 are summed with exponential forgetting, and the highest sum so far is the
/// mass: from the first text on, a risky text more never lowers it, nor does a stronger one in place
/// of a weaker one, and benign talk around it cannot bury it.
///
/// ```swift
/// var mass = DecayedMass(decay: 0.5)
/// for ratio in [1, -3, 0.5] { mass.insert(ratio) }
/// mass.peak  // 1: the sums were 1, 0.5, 0.75
/// ```
struct DecayedMass {
  /// What is left of a sum one message later, 0…1.
  let decay: Double
  private var sum = 0.0
  /// The highest sum so far.
  private(set) var peak = 0.0

  init(decay: Double) {
    precondition((0...1).contains(decay), "decay outside 0…1")
    self.decay = decay
  }

  /// Forgets everything.
  mutating func begin() { (sum, peak) = (0, 0) }

  /// Takes the log ratio of the next text. O(1).
  mutating func insert(_ logRatio: Double) {
    sum = sum * decay + max(0, logRatio)
    peak = max(peak, sum)
  }

  /// The mass on a logarithmic scale, which the calibration is fitted on.
  var margin: Double { Elementary.logOnePlus(peak) }
}
