/// Points that belong together, and how they are drawn.
public struct PlotSeries: Sendable, Equatable {
  /// The mark that is drawn.
  public enum Kind: Sendable {
    /// Straight lines from point to point.
    case line
    /// A staircase: the value holds until the next point.
    case steps
    /// A staircase the other way: the value has held since the previous point.
    case stepsBefore
    /// One mark per point.
    case points
    /// Straight lines with a mark at every point.
    case linePoints
    /// A mark with a vertical bar from `low` to `high`; points without an interval get the mark.
    case intervals
  }

  /// What the legend calls it.
  public var name: String
  /// The mark that is drawn.
  public var kind: Kind
  /// In the order of drawing.
  public var points: [PlotPoint]
  /// Colour, dashes and point shape.
  public var ink: Ink

  /// A series.
  public init(_ name: String, _ kind: Kind, _ points: [PlotPoint], ink: Ink = .category(0)) {
    (self.name, self.kind, self.points, self.ink) = (name, kind, points, ink)
  }
}

/// A value at a place, with its interval and a label where it has them.
public struct PlotPoint: Sendable, Equatable {
  /// The place on the horizontal axis.
  public var x: Double
  /// The value on the vertical axis.
  public var y: Double
  /// The lower end of the interval of `y`.
  public var low: Double?
  /// The upper end of the interval of `y`.
  public var high: Double?
  /// Text that is written beside the point.
  public var label: String?

  /// A point; a plain one unless more is said.
  public init(
    _ x: Double, _ y: Double, low: Double? = nil, high: Double? = nil, label: String? = nil
  ) {
    (self.x, self.y, self.low, self.high, self.label) = (x, y, low, high, label)
  }
}

/// A thin grey line that helps to read the others, such as chance or a frontier.
public struct ReferenceLine: Sendable, Equatable {
  /// What the legend calls it; nil leaves it out.
  public var name: String?
  /// Its corners.
  public var points: [PlotPoint]
  /// Whether it is a staircase rather than straight from corner to corner.
  public var isStaircase: Bool

  /// A line through points.
  public init(_ name: String?, _ points: [PlotPoint], isStaircase: Bool = false) {
    (self.name, self.points, self.isStaircase) = (name, points, isStaircase)
  }

  /// A level line.
  public static func horizontal(
    _ y: Double, across range: ClosedRange<Double>, name: String? = nil
  ) -> ReferenceLine {
    ReferenceLine(name, [PlotPoint(range.lowerBound, y), PlotPoint(range.upperBound, y)])
  }

  /// An upright line.
  public static func vertical(
    _ x: Double, across range: ClosedRange<Double>, name: String? = nil
  ) -> ReferenceLine {
    ReferenceLine(name, [PlotPoint(x, range.lowerBound), PlotPoint(x, range.upperBound)])
  }
}
