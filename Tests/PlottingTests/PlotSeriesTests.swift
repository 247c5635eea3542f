import Testing

@testable import Plotting

@Suite struct PlotSeriesTests {
  @Test func levelAndUprightLinesSpanTheRange() {
    let level = ReferenceLine.horizontal(0.3, across: 0...2, name: "chance")
    #expect(level.points == [PlotPoint(0, 0.3), PlotPoint(2, 0.3)])
    #expect(level.name == "chance")
    #expect(!level.isStaircase)
    let upright = ReferenceLine.vertical(5, across: 1...4)
    #expect(upright.points == [PlotPoint(5, 1), PlotPoint(5, 4)])
    #expect(upright.name == nil)
  }
}
