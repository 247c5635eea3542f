import Glibc

/// An axis: what it shows, its scale, its range and its ticks.
public struct PlotAxis: Sendable, Equatable {
  /// A marked place on an axis.
  public struct Tick: Sendable, Equatable {
    /// Where it stands.
    public var position: Double
    /// What is written there.
    public var text: String

    /// A tick.
    public init(_ position: Double, _ text: String) {
      (self.position, self.text) = (position, text)
    }
  }

  /// What is measured, with its unit.
  public var label: String
  /// Whether equal steps are equal factors.
  public var isLogarithmic: Bool
  /// From where to where; nil lets gnuplot choose.
  public var range: ClosedRange<Double>?
  /// Marked places; nil lets gnuplot choose.
  public var ticks: [Tick]?

  /// An axis; linear unless said.
  ///
  /// - Precondition: the range of a logarithmic axis is positive.
  public init(
    _ label: String, isLogarithmic: Bool = false, range: ClosedRange<Double>? = nil,
    ticks: [Tick]? = nil
  ) {
    precondition(!isLogarithmic || range.map { $0.lowerBound > 0 } ?? true)
    (self.label, self.isLogarithmic, self.range) = (label, isLogarithmic, range)
    self.ticks = ticks
  }

  /// A share from 0 to 1, or to a smaller end: ticks at every fifth, up to one half at every tenth.
  ///
  /// - Precondition: 0 < `end` ≤ 1.
  public static func share(_ label: String, upTo end: Double = 1) -> PlotAxis {
    precondition(end > 0 && end <= 1, "a share ends at 1 at the latest")
    let step = end > 0.5 ? 2 : 1
    let ticks = stride(from: 0, through: 10, by: step).filter { Double($0) / 10 <= end + 1e-9 }
    return PlotAxis(
      label, range: 0...end,
      ticks: ticks.map { Tick(Double($0) / 10, $0 == 0 ? "0" : $0 == 10 ? "1" : "0.\($0)") })
  }

  /// A rate on a logarithmic scale up to 1, with ticks in per cent.
  ///
  /// - Parameter minimum: the smallest rate to show, in 0…1; the decade that holds it is the first.
  public static func logarithmicRate(_ label: String, from minimum: Double) -> PlotAxis {
    let first = min(-1, max(-9, Int(log10(max(minimum, 1e-9)).rounded(.down))))
    let ticks = (first...0).map { exponent in
      let percent = exponent + 2
      let text =
        percent >= 0
        ? "1" + String(repeating: "0", count: percent)
        : "0." + String(repeating: "0", count: -percent - 1) + "1"
      return Tick(decade(exponent), text + " %")
    }
    return PlotAxis(label, isLogarithmic: true, range: decade(first)...1, ticks: ticks)
  }

  /// Durations on a logarithmic scale, from the decade below the shortest to the one above the
  /// longest, with ticks in ns, µs, ms and s.
  ///
  /// - Parameter nanoseconds: the durations that must fit; values that are not positive are ignored.
  public static func logarithmicDuration(
    _ label: String, nanoseconds: [Double]
  ) -> PlotAxis {
    let positive = nanoseconds.filter { $0 > 0 && $0.isFinite }
    let low = Int(log10(positive.min() ?? 100).rounded(.down))
    let high = max(low + 1, Int(log10(positive.max() ?? 10_000).rounded(.up)))
    let units = ["ns", "µs", "ms", "s"]
    let ticks = (low...high).map { exponent in
      let unit = min(max(exponent, 0) / 3, 3)
      let rest = exponent - 3 * unit
      let number = rest < 0 ? "\(decade(rest))" : "1" + String(repeating: "0", count: rest)
      return Tick(decade(exponent), "\(number) \(units[unit])")
    }
    return PlotAxis(label, isLogarithmic: true, range: decade(low)...decade(high), ticks: ticks)
  }

  /// Whether a value has a place on the axis.
  func canShow(_ value: Double) -> Bool { value.isFinite && (!isLogarithmic || value > 0) }

  /// Where a value stands between the ends of the range, 0…1; nil without a range or a place.
  func fraction(of value: Double) -> Double? {
    guard let range, canShow(value), range.upperBound > range.lowerBound else { return nil }
    guard isLogarithmic else {
      return (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
    return log10(value / range.lowerBound) / log10(range.upperBound / range.lowerBound)
  }
}

/// Ten to a whole power, exact where Double can be: 10^-2 is the number that `0.01` is.
func decade(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? pow(10, Double(exponent)) }
