import Testing

@testable import Plotting

@Suite struct LabelPlacementTests {
  private func plot(_ points: [PlotPoint], references: [ReferenceLine] = []) -> Plot {
    Plot(
      name: "p", title: "", x: PlotAxis("x", range: 0...1), y: .share("y"),
      series: [PlotSeries("s", .points, points)], references: references)
  }

  @Test func aLonePointHasItsLabelAtTheRight() {
    let labels = LabelPlacement(plot([PlotPoint(0.5, 0.5, label: "alone")])).labels
    #expect(labels.map(\.text) == ["alone"])
    #expect(labels.map(\.anchor) == [.left])
    #expect(labels.map(\.offsetY) == [0])
  }

  @Test func aPointAtTheRightEdgeHasItsLabelAtTheLeft() {
    let labels = LabelPlacement(plot([PlotPoint(0.99, 0.5, label: "at the edge")])).labels
    #expect(labels.map(\.anchor) == [.right])
  }

  @Test func labelsOfNearPointsDoNotShareAPlace() {
    let points = (0..<5).map { PlotPoint(0.5 + Double($0) * 0.001, 0.5, label: "detector-\($0)") }
    let labels = LabelPlacement(plot(points)).labels
    let places = Set(labels.map { "\($0.anchor) \($0.offsetY)" })
    #expect(places.count == 5)
  }

  @Test func labelsStepAsideFromAStaircase() {
    let line = ReferenceLine(
      "frontier", [PlotPoint(0.5, 0.5), PlotPoint(1, 0.5)], isStaircase: true)
    let labels = LabelPlacement(
      plot([PlotPoint(0.5, 0.5, label: "best")], references: [line])
    ).labels
    #expect(labels.map { $0.anchor == .left && $0.offsetY == 0 } == [false])
  }

  @Test func pointsWithoutALabelHaveNone() {
    #expect(LabelPlacement(plot([PlotPoint(0.5, 0.5)])).labels.isEmpty)
  }
}
