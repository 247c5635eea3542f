import TextFeatures

/// The state of one conversation as two numbers, 16 bytes: what a detector needs that remembers no
/// features.
///
/// ```swift
/// MemoryLayout<RunningSums>.size  // 16
/// ```
public struct RunningSums: Sendable, Equatable {
  /// The sum of the weights of all features so far.
  var weights = 0.0
  /// What that sum is divided by grows with this: the squares of inverse document frequencies, or
  /// the number of known words.
  var mass = 0.0

  /// The state before the first message.
  public init() {}
}

/// A trained model that can go on from ``RunningSums`` alone.
protocol RunningSumModel: Sendable {
  /// What turns text into features.
  var hasher: FeatureHasher { get }
  /// What turns a margin into a probability.
  var calibration: Calibration { get }
  /// Whether the margin from the sums is the margin of the detector itself, to rounding.
  var isExactFromSums: Bool { get }

  /// Adds one feature; returns what it added to the weights.
  func add(_ bucket: UInt32, to sums: inout RunningSums) -> Double
  /// What the weights are divided by.
  func divisor(_ sums: RunningSums) -> Double
  /// The margin before the first message.
  var start: Double { get }
}

extension RunningSumModel {
  /// The margin of everything that the sums have seen.
  @inline(__always) func margin(_ sums: RunningSums) -> Double {
    sums.weights / divisor(sums) + start
  }

  /// Adds one message. O(bytes).
  @inline(__always) func add(
    _ text: Span<UInt8>, to sums: inout RunningSums, scratch buckets: inout [UInt32]
  ) {
    hasher.append(text, to: &buckets)
    for index in buckets.indices { _ = add(buckets[index], to: &sums) }
    buckets.clearScratch()
  }
}

/// Every repetition counts in full, Σ n·w·idf / √(Σ n·idf²): the rows of
/// ``LinearProblem/Repetition/linear``, where the exact margin has 1 + ln n instead of n.
extension LinearTextModel: RunningSumModel {
  var isExactFromSums: Bool { false }
  var start: Double { bias }

  @inline(__always) func add(_ bucket: UInt32, to sums: inout RunningSums) -> Double {
    let cell = table[Int(bucket)]
    sums.weights += Double(cell.weight)
    sums.mass += Double(cell.square)
    return Double(cell.weight)
  }

  @inline(__always) func divisor(_ sums: RunningSums) -> Double {
    sums.mass > 0 ? sums.mass.squareRoot() : 1
  }
}

/// A sum of words has nothing to remember, so the margin is the detector's own.
extension WordTable: RunningSumModel {
  var isExactFromSums: Bool { true }
  var start: Double { intercept }

  @inline(__always) func add(_ bucket: UInt32, to sums: inout RunningSums) -> Double {
    let value = values[Int(bucket)]
    sums.weights += value
    sums.mass += value == 0 ? 0 : 1
    return value
  }

  @inline(__always) func divisor(_ sums: RunningSums) -> Double {
    reduction == .sum ? 1 : max(1, sums.mass + Double(neutralWords))
  }
}
