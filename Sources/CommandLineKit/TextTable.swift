/// A table for the terminal: columns padded to their widest cell, two spaces apart.
///
/// ```swift
/// TextTable(["name", "n"], right: [1], [["a", "12"], ["bc", "3"]]).text
/// // name   n
/// // a     12
/// // bc     3
/// ```
public struct TextTable: Sendable {
  private let rows: [[String]]
  private let right: Set<Int>

  /// A table with a head and rows of as many cells.
  ///
  /// - Parameter right: the columns (0-based) that are aligned to the right.
  public init(_ head: [String], right: [Int] = [], _ rows: [[String]]) {
    self.rows = [head] + rows
    self.right = Set(right)
  }

  /// The lines, without a newline at the end or spaces at the end of lines.
  public var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { line += "  " }
        line += right.contains(column) ? padding + cell : cell + padding
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

/// A number with so many digits after the point: `decimals(0.125, 2)` is `0.13` (ties away from 0).
public func decimals(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite else { return "—" }
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let whole = (value.magnitude * scale).rounded()
  guard whole < 1e15 else { return "\(value)" }
  let number = Int(whole)
  let sign = value < 0 && number > 0 ? "-" : ""
  guard digits > 0 else { return sign + "\(number)" }
  let divisor = Int(scale)
  let fraction = String(number % divisor)
  return sign + "\(number / divisor)."
    + String(repeating: "0", count: digits - fraction.count) + fraction
}
