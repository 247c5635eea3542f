/// Mean and deviation of numbers that come one by one.
struct RunningMoments {
  private(set) var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  init() {}

  /// Takes one number. O(1).
  @inline(__always) mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  /// 0 without numbers.
  var mean: Double { count > 0 ? sum / count : 0 }

  /// The deviation of the population; 0 below two numbers.
  var deviation: Double {
    guard count > 1 else { return 0 }
    return max(0, squares / count - mean * mean).squareRoot()
  }
}
