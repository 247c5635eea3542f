/// Sublinear term frequency: 0 for 0, else 1 + ln n; the usual counts from a table.
struct TermFrequency: Sendable {
  private static let tableCount = 512

  /// What the n-th repetition adds to the frequency, and to its square.
  struct Step {
    var linear: Double
    var square: Double
  }

  private let steps: [Step]
  private let values: [Double]

  init() {
    steps = (0..<Self.tableCount).map(Self.computed)
    values = (0..<Self.tableCount).map(Self.sublinear)
  }

  /// The frequency of a feature that occurred `count` times.
  @inline(__always) func value(_ count: Int) -> Double {
    count < values.count ? values[count] : Self.sublinear(count)
  }

  private static func sublinear(_ count: Int) -> Double {
    count == 0 ? 0 : 1 + Elementary.log(Double(count))
  }

  /// What one more occurrence after `count` adds.
  @inline(__always) func step(_ count: Int) -> Step {
    count < steps.count ? steps[count] : Self.computed(count)
  }

  private static func computed(_ count: Int) -> Step {
    let (before, after) = (sublinear(count), sublinear(count + 1))
    return Step(linear: after - before, square: after * after - before * before)
  }
}
