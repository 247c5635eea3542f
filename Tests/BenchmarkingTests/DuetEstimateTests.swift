import Benchmarking
import Foundation
import Statistics
import Testing

struct DuetEstimateTests {
  /// Rounds in which times vary by `spread` from process to process and the head takes `change` more.
  private func rounds(
    _ count: Int, change: Double, spread: Double, seed: UInt64
  ) -> [DuetEstimate.Round] {
    var random = CounterRandom(seed: seed, stream: 0)
    // Near enough to normal: the sum of twelve.
    func noise() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() } * spread }
    return (0..<count).map { _ in
      let mood = noise() * 5
      return DuetEstimate.Round(
        base: mood + noise(), control: mood + noise(), head: mood + noise() + log1p(change))
    }
  }

  @Test func theChangeIsThatOfTheTimes() throws {
    let round = DuetEstimate.Round(base: [100, 100], control: [100], head: [80, 125, 110])
    // The fastest sample: the others were disturbed.
    #expect(try #require(round).head == log(80))
    let estimate = try #require(
      DuetEstimate(Array(repeating: .init(base: 0, control: 0, head: log(1.05)), count: 5)))
    #expect(abs(estimate.change - 0.05) < 1e-12)
    #expect(estimate.floor == DuetEstimate.leastFloor)
    #expect(estimate.p == 0)
  }

  @Test func timesThatAreNoneGiveNoRound() {
    #expect(DuetEstimate.Round(base: [], control: [1], head: [1]) == nil)
    #expect(DuetEstimate.Round(base: [1], control: [0], head: [1]) == nil)
    #expect(DuetEstimate.Round(base: [1], control: [1], head: [.nan]) == nil)
  }

  @Test func fewRoundsGiveNoEstimate() {
    #expect(DuetEstimate(rounds(4, change: 0.1, spread: 0.01, seed: 1)) == nil)
    #expect(DuetEstimate(rounds(5, change: 0.1, spread: 0.01, seed: 1)) != nil)
  }

  @Test func fivePerCentAreFoundAndNoChangeIsNone() throws {
    var (found, alarms) = (0, 0)
    for seed in 0..<200 {
      let slow = try #require(
        DuetEstimate(rounds(15, change: 0.05, spread: 0.01, seed: UInt64(seed))))
      // Eight cases: the least p-value is multiplied by eight.
      if slow.verdict(adjustedP: slow.p * 8, alpha: 0.01) == .worse { found += 1 }
      let same = try #require(
        DuetEstimate(rounds(15, change: 0, spread: 0.01, seed: UInt64(1000 + seed))))
      if same.verdict(adjustedP: same.p * 8, alpha: 0.01) != .same { alarms += 1 }
    }
    #expect(found >= 190, "found \(found) of 200")
    #expect(alarms <= 1, "\(alarms) alarms in 200")
  }

  @Test func whatTheBaseDiffersFromItselfIsNoChange() throws {
    // Processes of one build differ by 6 %: a change of 5 % cannot be told, however sure it looks.
    var rounds: [DuetEstimate.Round] = []
    for round in 0..<15 {
      let sign: Double = round % 2 == 0 ? 1 : -1
      let control = 0.06 * sign
      rounds.append(DuetEstimate.Round(base: 0, control: control, head: 0.05 + control / 2))
    }
    let estimate = try #require(DuetEstimate(rounds))
    #expect(estimate.floor > 0.05)
    #expect(estimate.verdict(adjustedP: 0.0001, alpha: 0.01) == .same)
  }

  @Test func theVerdictNeedsBothCertaintyAndSize() throws {
    func estimate(_ change: Double) throws -> DuetEstimate {
      try #require(
        DuetEstimate(
          Array(repeating: .init(base: 0, control: 0, head: log1p(change)), count: 9)))
    }
    #expect(try estimate(0.02).verdict(adjustedP: 0.009, alpha: 0.01) == .worse)
    #expect(try estimate(-0.02).verdict(adjustedP: 0.009, alpha: 0.01) == .better)
    #expect(try estimate(0.02).verdict(adjustedP: 0.01, alpha: 0.01) == .same)
    #expect(try estimate(0.009).verdict(adjustedP: 0, alpha: 0.01) == .same)
  }

  @Test func oneDisturbedRoundIsLeftOut() throws {
    var calm = rounds(15, change: 0.05, spread: 0.005, seed: 3)
    calm[4].head += 2
    let estimate = try #require(DuetEstimate(calm))
    #expect(abs(estimate.change - 0.05) < 0.01)
    #expect(estimate.verdict(adjustedP: estimate.p * 8, alpha: 0.01) == .worse)
  }
}
