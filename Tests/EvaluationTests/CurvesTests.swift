import Evaluation
import Testing

struct CurvesTests {
  private let units = [
    unit(0, true, score: 0.9), unit(1, false, score: 0.6), unit(2, true, score: 0.6),
    unit(3, false, score: 0.2), unit(4, false, score: nil),
  ]

  @Test func precisionRecallHasOnePointPerScore() {
    let points = Curves.precisionRecall(units)
    #expect(points.map(\.threshold) == [0.9, 0.6, 0.2, nil])
    #expect(points.map(\.x) == [0.5, 1, 1, 1])
    #expect(points.map(\.y) == [1, 2.0 / 3, 0.5, 0.4])
  }

  @Test func rocRunsFromCornerToCorner() {
    let points = Curves.roc(units)
    #expect(points.first == CurvePoint(x: 0, y: 0))
    #expect(points.last == CurvePoint(x: 1, y: 1))
    #expect(points.map(\.x) == [0, 0, 1.0 / 3, 2.0 / 3, 1])
    #expect(points.map(\.threshold) == [nil, 0.9, 0.6, 0.2, nil])
  }

  @Test(arguments: 0..<20) func areasAreTheMetrics(seed: Int) {
    let units = randomUnits(60, seed: UInt64(seed))
    let values = metrics(of: units)
    let roc = Curves.roc(units)
    let area = zip(roc, roc.dropFirst()).map { ($1.x - $0.x) * ($1.y + $0.y) / 2 }.reduce(0, +)
    #expect(isClose(area, values["auroc"]?.value), "seed \(seed)")
    var (average, recall) = (0.0, 0.0)
    for point in Curves.precisionRecall(units) {
      average += (point.x - recall) * point.y
      recall = point.x
    }
    #expect(isClose(average, values["average_precision"]?.value), "seed \(seed)")
  }

  @Test func survivalStartsAtOneAndEndsAtTheLastMessage() {
    // Delays 0 (premature), 4, 22; a miss seen for 60 messages.
    let points = Curves.delaySurvival(delayExample)
    #expect(points.map(\.x) == [0, 0, 4, 22, 60])
    for (point, expected) in zip(points, [1, 0.75, 0.5, 0.25, 0.25]) {
      #expect(isClose(point.y, expected))
    }
  }

  @Test func curvesOfNothingAreEmpty() {
    #expect(Curves.precisionRecall([]).isEmpty)
    #expect(Curves.precisionRecall([unit(0, false)]).isEmpty)
    #expect(Curves.roc([unit(0, true)]).isEmpty)
    #expect(Curves.delaySurvival([unit(0, true, alert: 3)]).isEmpty)
  }
}
