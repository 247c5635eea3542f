import Testing

@testable import Evaluation

@Suite struct InvarianceTests {
  /// So many conversations, the first `moved` of them by `distance`.
  private func shifted(_ count: Int, moved: Int, by distance: Double) -> Invariance {
    var clean: [String: Invariance.Answer] = [:]
    var perturbed: [String: Invariance.Answer] = [:]
    for number in 0..<count {
      let score = Double(number) / Double(2 * count)
      clean["c\(number)"] = (score, nil)
      perturbed["c\(number)"] = (number < moved ? score + distance : score, nil)
    }
    return Invariance(clean: clean, perturbed: perturbed)
  }

  @Test func fiveInAHundredMayMove() {
    #expect(shifted(100, moved: 5, by: 0.4).passes)
    #expect(shifted(100, moved: 5, by: 0.4).stableShare == 0.95)
    #expect(!shifted(100, moved: 6, by: 0.4).passes)
    #expect(!shifted(100, moved: 6, by: -0.4).passes)
  }

  @Test func theToleranceIsIncluded() {
    #expect(shifted(40, moved: 40, by: 0.05).passes)
    #expect(!shifted(40, moved: 40, by: 0.0501).passes)
    let moved = Invariance(clean: ["a": (0.9, nil)], perturbed: ["a": (0.85, nil)])
    #expect(moved.stable == 1)
    #expect(abs((moved.largestDifference ?? 0) - 0.05) < 1e-12)
  }

  @Test func alertsAreKeptLostAndNew() {
    let test = Invariance(
      clean: ["a": (0.9, 4), "b": (0.8, 3), "c": (0.1, nil), "d": (nil, 1), "e": (0.2, nil)],
      perturbed: ["a": (0.9, 9), "b": (0.8, nil), "c": (0.1, 2), "d": (0.5, 1), "e": (.nan, nil)])
    #expect((test.alerts, test.keptAlerts, test.newAlerts) == (3, 2, 1))
    #expect(test.keptShare == 2.0 / 3)
    #expect(test.compared == 3)
    #expect(test.unpaired == 0)
  }

  @Test func whatOnlyOneRunAnsweredIsCounted() {
    let test = Invariance(
      clean: ["a": (0.9, nil), "b": (0.8, nil)], perturbed: ["b": (0.8, nil), "c": (0.1, 2)])
    #expect(test.compared == 1)
    #expect(test.unpaired == 2)
    #expect(test.newAlerts == 0)
  }

  @Test func nothingToCompareIsNoPass() {
    let test = Invariance(clean: [:], perturbed: [:])
    #expect(test.stableShare == nil)
    #expect(test.keptShare == nil)
    #expect(test.largestDifference == nil)
    #expect(!test.passes)
  }
}
