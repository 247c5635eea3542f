/// Where the labels of points stand so that they cover neither one another, a point nor a line.
///
/// Greedy: each label in turn takes the one of twelve places around its point that overlaps least
/// with what stands already. O(labels² ).
struct LabelPlacement {
  /// On which side of its place the text stands.
  enum Anchor: String { case left, right, center }

  /// A label and its distance from its point, in characters.
  struct Label: Equatable {
    var text: String
    var x: Double
    var y: Double
    var anchor: Anchor
    var offsetX: Double
    var offsetY: Double
  }

  /// In the order of the points.
  private(set) var labels: [Label] = []

  /// A rectangle in characters: 1 wide and 1 high is one letter.
  private struct Box {
    var left: Double
    var right: Double
    var bottom: Double
    var top: Double

    func overlap(_ other: Box) -> Double {
      max(0, min(right, other.right) - max(left, other.left))
        * max(0, min(top, other.top) - max(bottom, other.bottom))
    }
  }

  private static let width = 84.0
  private static let height = 24.0
  private static let places: [(anchor: Anchor, x: Double, y: Double)] = [
    (.left, 1, 0), (.left, 0.8, 0.75), (.left, 0.8, -0.75), (.right, -1, 0), (.right, -0.8, 0.75),
    (.right, -0.8, -0.75), (.center, 0, 1.1), (.center, 0, -1.1), (.left, 0.8, 1.6),
    (.left, 0.8, -1.6), (.right, -0.8, 1.6), (.right, -0.8, -1.6),
  ]

  init(_ plot: Plot) {
    let points = plot.series.flatMap { plot.drawable($0.points) }
    var taken: [Box] = points.compactMap { point in
      Self.place(point, plot).map {
        Box(left: $0.x - 0.8, right: $0.x + 0.8, bottom: $0.y - 0.4, top: $0.y + 0.4)
      }
    }
    taken += points.compactMap { Self.bar(of: $0, plot) }
    taken += plot.references.flatMap { Self.obstacles(along: $0, plot) }
    for point in points {
      guard let text = point.label else { continue }
      var best = Self.places[0]
      if let centre = Self.place(point, plot) {
        var least = Double.infinity
        for place in Self.places {
          let cost = Self.cost(Self.box(text, centre, place), taken)
          if cost < least - 1e-9 { (least, best) = (cost, place) }
        }
        taken.append(Self.box(text, centre, best))
      }
      labels.append(
        Label(
          text: text, x: point.x, y: point.y, anchor: best.anchor, offsetX: best.x,
          offsetY: best.y))
    }
  }

  /// The bar of an interval.
  private static func bar(of point: PlotPoint, _ plot: Plot) -> Box? {
    guard let low = point.low, let high = point.high,
      let bottom = place(PlotPoint(point.x, low), plot),
      let top = place(PlotPoint(point.x, high), plot)
    else { return nil }
    return Box(left: top.x - 0.4, right: top.x + 0.4, bottom: bottom.y, top: top.y)
  }

  /// The level and upright parts of a staircase, or of a line that is level or upright.
  private static func obstacles(along line: ReferenceLine, _ plot: Plot) -> [Box] {
    let corners = plot.drawable(line.points).compactMap { place($0, plot) }
    return zip(corners, corners.dropFirst()).flatMap { a, b -> [Box] in
      guard line.isStaircase || a.x == b.x || a.y == b.y else { return [] }
      let (left, right) = (min(a.x, b.x), max(a.x, b.x))
      return [
        Box(left: left, right: right, bottom: a.y - 0.1, top: a.y + 0.1),
        Box(left: b.x - 0.1, right: b.x + 0.1, bottom: min(a.y, b.y), top: max(a.y, b.y)),
      ]
    }
  }

  private static func place(_ point: PlotPoint, _ plot: Plot) -> (x: Double, y: Double)? {
    guard let x = plot.x.fraction(of: point.x), let y = plot.y.fraction(of: point.y) else {
      return nil
    }
    return (x * width, y * height)
  }

  private static func box(
    _ text: String, _ centre: (x: Double, y: Double),
    _ place: (anchor: Anchor, x: Double, y: Double)
  ) -> Box {
    let length = Double(text.count)
    let left =
      switch place.anchor {
      case .left: centre.x + place.x
      case .right: centre.x + place.x - length
      case .center: centre.x + place.x - length / 2
      }
    let y = centre.y + place.y
    return Box(left: left, right: left + length, bottom: y - 0.45, top: y + 0.45)
  }

  private static func cost(_ box: Box, _ taken: [Box]) -> Double {
    let outside =
      max(0, -box.left) + max(0, box.right - width) + max(0, -box.bottom)
      + max(0, box.top - height)
    return taken.reduce(outside * 10) { $0 + $1.overlap(box) }
  }
}
