/// Shifts and scales numbers to mean 0 and variance 1.
struct Standardisation {
  let mean: Double
  /// 1 / standard deviation; 0 for numbers that are all equal.
  let scale: Double

  /// Of given numbers.
  init(_ values: [Double]) {
    let count = Double(max(1, values.count))
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    self.mean = mean
    scale = variance > 1e-12 ? 1 / variance.squareRoot() : 0
  }

  /// The standardised number.
  func apply(_ value: Double) -> Double { (value - mean) * scale }
}
