import Benchmarking
import Foundation
import Testing

struct ChangeSetTests {
  private func point(_ name: String, _ value: Double) -> PerformancePoint {
    PerformancePoint(
      commit: "", date: "", environment: "e", name: name, kind: .counted, unit: "bytes",
      better: .lower, version: 1, value: value)
  }

  private func set(
    _ base: [String: Double], _ head: [String: Double], accepted: Set<String> = []
  ) -> ChangeSet {
    ChangeSet(
      base: base.sorted { $0.key < $1.key }.map { point($0.key, $0.value) },
      head: head.sorted { $0.key < $1.key }.map { point($0.key, $0.value) },
      gates: ["a": 0.01, "b": 0.5], accepted: accepted)
  }

  @Test func oneWorseCaseDecides() {
    #expect(set(["a": 1, "b": 1], ["a": 1, "b": 1]).verdict == .same)
    #expect(set(["a": 1, "b": 1], ["a": 1.1, "b": 0.1]).verdict == .worse)
    #expect(set(["a": 1, "b": 1], ["a": 1, "b": 0.1]).verdict == .better)
    #expect(set(["a": 1, "b": 1], ["a": 1.1, "b": 1], accepted: ["a"]).verdict == .same)
    #expect(set([:], [:]).verdict == .same)
  }

  @Test func everyCaseHasItsGateAndNoneNamedHasNone() {
    let changes = set(["a": 1, "b": 1, "c": 1], ["a": 1.2, "b": 1.2, "c": 1.001]).changes
    #expect(changes.map(\.verdict) == [.worse, .same, .worse])
  }

  @Test func newAndLostCasesAreListedAndDecideNothing() {
    let result = set(["a": 1, "z": 1], ["a": 1, "n": 5])
    #expect(result.changes.map(\.name) == ["a", "n", "z"])
    #expect(result.changes.map(\.verdict) == [.same, .incomparable, .incomparable])
    #expect(result.verdict == .same)
  }

  @Test func pValuesAreCorrectedForAllCasesOfTheRun() throws {
    func estimate(_ change: Double, spread: Double) throws -> DuetEstimate {
      try #require(
        DuetEstimate(
          (0..<10).map { round in
            let wobble = spread * Double(round - 5)
            return .init(base: 0, control: 0, head: log1p(change) + wobble)
          }))
    }
    // By itself the change is certain enough at α = 0.01; among ten cases it is not.
    let weak = try estimate(0.03, spread: 0.0045)
    #expect(weak.p < 0.01 && weak.p * 10 > 0.01)
    let none = try estimate(0, spread: 0.01)
    let alone = ChangeSet.timed([("x", 1, 1, weak)], alpha: 0.01)
    #expect(alone[0].verdict == .worse)
    let rows = [(name: "x", base: 1.0, head: 1.0, estimate: Optional(weak))]
    let many = ChangeSet.timed(
      rows + (0..<9).map { ("n\($0)", 1, 1, none) } + [("absent", 1, 1, nil)], alpha: 0.01)
    #expect(many[0].verdict == .same)
    #expect(many[0].adjustedP == min(1, weak.p * 10))
    #expect(many[10].verdict == .incomparable)
    #expect(many.count == 11)
  }
}
