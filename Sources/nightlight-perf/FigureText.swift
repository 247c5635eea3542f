import CommandLineKit

/// Figures as a person reads them.
enum FigureText {
  /// Whole numbers with commas, others in the shortest form that gives every bit again.
  static func value(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? grouped(Int(value)) : "\(value)"
  }

  /// A change in per cent with its sign: `+4.80 %`.
  static func percent(_ share: Double) -> String {
    if share == 0 { return "0 %" }
    let sign = share > 0 ? "+" : "-"
    guard share.isFinite else { return sign + "∞ %" }
    // A change of a few bits must not read as none.
    let size = abs(share) * 100
    return sign + (size < 0.005 ? "<0.01" : decimals(size, 2)) + " %"
  }
}
