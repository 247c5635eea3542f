import Testing

@testable import Detection

@Suite struct RunningMomentsTests {
  @Test func meanAndDeviation() {
    var moments = RunningMoments()
    #expect(moments.mean == 0 && moments.deviation == 0)
    moments.add(5)
    #expect(moments.mean == 5 && moments.deviation == 0)
    moments.add(9)
    #expect(moments.count == 2 && moments.mean == 7 && moments.deviation == 2)
  }

  @Test func equalNumbersHaveNoDeviation() {
    var moments = RunningMoments()
    for _ in 0..<1000 { moments.add(0.1) }
    #expect(moments.deviation < 1e-6)
  }
}
