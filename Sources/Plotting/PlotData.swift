import Glibc

/// The numbers of a plot as tab-separated text, for gnuplot and for people.
///
/// One header line, then a block per reference line and series; two empty lines between blocks, so
/// that gnuplot finds block n with `index n` and `pandas.read_csv(…, sep="\t")` reads one table.
///
/// ```swift
/// PlotData(plot).text  // "x\ty\tlow\thigh\tseries\tlabel\n0.5\t1.0\t\t\tlexicon\t\n"
/// ```
public struct PlotData: Sendable, Equatable {
  /// The file's text.
  public let text: String

  /// The data of a plot; points without a place on the axes are left out.
  public init(_ plot: Plot) {
    var text = "x\ty\tlow\thigh\tseries\tlabel\n"
    let blocks =
      plot.references.map { ($0.name ?? "reference", $0.points) }
      + plot.series.map { ($0.name, $0.points) }
    var isFirst = true
    for (name, points) in blocks {
      let points = plot.drawable(points)
      guard !points.isEmpty else { continue }
      if !isFirst { text += "\n\n" }
      isFirst = false
      for point in points {
        let ends = [point.low, point.high].map { $0.map(Self.number) ?? "" }
        text +=
          "\(Self.number(point.x))\t\(Self.number(point.y))\t\(ends[0])\t\(ends[1])\t\(Self.cell(name))\t"
          + "\(Self.cell(point.label ?? ""))\n"
      }
    }
    self.text = text
  }

  /// Seven significant digits: more than a picture shows; tables have every digit.
  private static func number(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    let digits = 6 - Int(log10(abs(value)).rounded(.down))
    // Powers of ten are exact only this far.
    guard (0...22).contains(digits) else { return "\(value)" }
    let scale = pow(10, Double(digits))
    return "\((value * scale).rounded() / scale)"
  }

  /// Text that can break neither a line nor a cell, nor open a quotation that gnuplot would follow.
  private static func cell(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value < 0x20 || scalar.value == 0x7f ? " " : scalar == "\"" ? "'" : scalar
        }))
  }
}
