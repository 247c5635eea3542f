/// The point of a grid with the largest average precision; the first among equals.
struct BestPoint<Point> {
  private(set) var point: Point?
  private var score = -1.0

  init() {}

  /// Keeps `point` if its margins rank better than those of every point before.
  mutating func offer(_ point: Point, margins: [Double], isPositive: [Bool]) {
    let score = AveragePrecision.of(margins, isPositive: isPositive)
    if score > self.score { (self.point, self.score) = (point, score) }
  }
}
