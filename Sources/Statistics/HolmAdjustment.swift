/// Holm's correction for several tests in one table (Holm 1979, Scandinavian Journal of Statistics
/// 6, 65–70).
///
/// ```swift
/// HolmAdjustment.adjusted([0.01, 0.04, 0.03])  // [0.03, 0.06, 0.06]
/// ```
public enum HolmAdjustment {
  /// The p-values, adjusted so that comparing each with α bounds the chance of any false rejection
  /// by α; in the order given, each at most 1. O(n log n). Agrees with `p.adjust(p, "holm")` of R
  /// and `multipletests(p, method="holm")` of statsmodels.
  public static func adjusted(_ values: [Double]) -> [Double] {
    var result = values
    var running = 0.0
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    for (rank, index) in order.enumerated() {
      running = max(running, min(1, values[index] * Double(values.count - rank)))
      result[index] = running
    }
    return result
  }
}
