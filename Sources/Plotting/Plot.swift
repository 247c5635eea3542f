/// A picture of data as a value: what it shows, not how it is drawn.
///
/// ```swift
/// let plot = Plot(
///   name: "recall", title: "Recall by length", x: PlotAxis("messages"), y: .share("recall"),
///   series: [PlotSeries("lexicon", .line, [PlotPoint(10, 0.4), PlotPoint(50, 0.7)])])
/// try Gnuplot().render(plot, into: "figures")  // recall.svg, .png, .tsv, .gp
/// ```
public struct Plot: Sendable, Equatable {
  /// Where the legend stands.
  public enum Legend: Sendable {
    /// Outside, right of the axes.
    case right
    /// Nowhere: the points carry labels.
    case none
  }

  /// The base name of its files: letters, digits, `-`, `_` and `.` only.
  public var name: String
  /// The line above the axes.
  public var title: String
  /// The horizontal axis.
  public var x: PlotAxis
  /// The vertical axis.
  public var y: PlotAxis
  /// What is drawn, in the order of the legend.
  public var series: [PlotSeries]
  /// Thin grey lines beneath the series, such as chance.
  public var references: [ReferenceLine]
  /// Where the legend stands.
  public var legend: Legend

  /// A plot.
  ///
  /// - Precondition: `name` is a plain file name.
  public init(
    name: String, title: String, x: PlotAxis, y: PlotAxis, series: [PlotSeries],
    references: [ReferenceLine] = [], legend: Legend = .right
  ) {
    precondition(Self.isPlainFileName(name), "\(name): not a plain file name")
    (self.name, self.title, self.x, self.y) = (name, title, x, y)
    (self.series, self.references, self.legend) = (series, references, legend)
  }

  /// Whether a series has a point that can be drawn.
  public var hasData: Bool { series.contains { !drawable($0.points).isEmpty } }

  /// The points that gnuplot can place: finite, and positive on a logarithmic axis.
  func drawable(_ points: [PlotPoint]) -> [PlotPoint] {
    points.filter { x.canShow($0.x) && y.canShow($0.y) }
  }

  private static func isPlainFileName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
  }
}
