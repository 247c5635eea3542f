import Testing

@testable import Evaluation

struct LatencyPenaltyTests {
  @Test func penaltiesOfEarlyDetection() {
    #expect(isClose(LatencyPenalty.espd.p, 0.012343958299641683, tolerance: 1e-17))
    #expect(LatencyPenalty.espd.value(at: 1) == 0)
    #expect(isClose(LatencyPenalty.espd.value(at: 10), 0.0554907507, tolerance: 1e-10))
    #expect(isClose(LatencyPenalty.espd.value(at: 90), 0.5))
    #expect(isClose(LatencyPenalty.espd.value(at: 150), 0.7257199137, tolerance: 1e-10))
    #expect(LatencyPenalty.espd.value(at: 1_000_000) == 1)
  }

  @Test func speedIsOneLessTheMedianPenalty() {
    let espd = LatencyPenalty.espd
    #expect(isClose(espd.speed(ofLatencies: [5, 20, 90]), 0.8832669983, tolerance: 1e-10))
    #expect(espd.speed(ofLatencies: [1, 1, 1]) == 1)
    #expect(espd.speed(ofLatencies: []) == 0)
    #expect(
      isClose(LatencyPenalty.eRisk.speed(ofLatencies: [40, 3, 5]), 0.9844012653, tolerance: 1e-10))
  }

  @Test func evenNumbersTakeTheMeanOfPenaltiesNotThePenaltyOfTheMean() {
    let espd = LatencyPenalty.espd
    #expect(
      isClose(
        espd.speed(ofLatencies: [1, 301]), 1 - (espd.value(at: 1) + espd.value(at: 301)) / 2))
    #expect(!isClose(espd.speed(ofLatencies: [1, 301]), 1 - espd.value(at: 151)))
  }

  @Test func weightedMedianIsTheMedianOfTheExpandedList() {
    #expect(WeightedMedian.value(of: [1, 2, 3], weights: [1, 1, 1]) == 2)
    #expect(WeightedMedian.value(of: [1, 2, 3], weights: [2, 0, 2]) == 2)
    #expect(WeightedMedian.value(of: [1, 2, 3], weights: [3, 0, 2]) == 1)
    #expect(WeightedMedian.value(of: [1, 2, 3], weights: [0, 0, 0]) == nil)
    #expect(WeightedMedian.value(of: [], weights: []) == nil)
  }
}
