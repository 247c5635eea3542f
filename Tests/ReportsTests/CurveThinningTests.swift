import Plotting
import Testing

@testable import Reports

@Suite struct CurveThinningTests {
  @Test func aShortCurveIsLeftAlone() {
    let curve = (0..<60).map { PlotPoint(Double($0) * 1e-9, 0) }
    #expect(CurveThinning.thinned(curve) == curve)
  }

  @Test func aLongCurveKeepsItsEndsAndItsShape() throws {
    let curve = (0...100_000).map { PlotPoint(Double($0) / 100_000, $0 < 50_000 ? 0 : 1) }
    let thinned = CurveThinning.thinned(curve)
    #expect(thinned.count < 360)
    #expect(thinned.first == curve.first)
    #expect(thinned.last == curve.last)
    let jump = try #require(thinned.firstIndex { $0.y == 1 })
    #expect(thinned[jump] == curve[50_000], "the jump stays where it was")
    #expect(thinned[jump - 1] == curve[49_999])
    for (a, b) in zip(thinned, thinned.dropFirst()) { #expect(a.x <= b.x) }
  }

  @Test func nearnessIsJudgedOnTheAxis() {
    let curve = (0...1000).map { PlotPoint(Double($0) * 1e-9, 0) }
    #expect(CurveThinning.thinned(curve).count <= 3)
    #expect(CurveThinning.thinned(curve) { $0 * 1e6 }.count > 280)
  }
}
