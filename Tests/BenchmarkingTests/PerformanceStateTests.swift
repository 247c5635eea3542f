import Benchmarking
import Testing

struct PerformanceStateTests {
  private let file = TemporaryPath()

  private func state(
    _ base: Int, _ state: PerformanceState.Decision = .accepted, environment: String? = nil,
    why: String = "wanted"
  ) -> PerformanceState {
    PerformanceState(
      name: "f1 linear-svm", environment: environment, base: PerformancePoint.hash(base),
      state: state, why: why, date: "2026-11-25T14:00:00Z")
  }

  @Test func whatIsAppendedIsRead() throws {
    #expect(try PerformanceState.read(path: file.path) == [])
    let states = [state(1), state(2, .noise, environment: "c1a0"), state(3, .fixed)]
    for state in states { try PerformanceState.append([state], to: file.path) }
    #expect(try PerformanceState.read(path: file.path) == states)
    #expect(file.text.contains(#""environment":null"#))
  }

  @Test func aDecisionNeedsAReasonAHashAndADate() {
    var undated = state(1)
    undated.date = "today"
    var unnamed = state(1)
    unnamed.name = ""
    var baseless = state(1)
    baseless.base = "HEAD"
    for bad in [state(1, why: " "), undated, unnamed, baseless] {
      #expect(throws: HistoryError.self) { try PerformanceState.append([bad], to: file.path) }
    }
    #expect(file.text == "")
  }

  @Test func anUnknownStateIsNamedWithItsLine() throws {
    try PerformanceState.append([state(1)], to: file.path)
    try file.write(file.text + file.text.replacing("accepted", with: "forgiven"))
    let error = try #require(throws: HistoryError.self) {
      try PerformanceState.read(path: file.path)
    }
    #expect(error.description.hasPrefix("\(file.path):2: 'state' is none of the known values;"))
  }

  @Test func theLastDecisionThatFitsCounts() {
    let states = [
      state(1), state(1, .noise, environment: "a"), state(1, .fixed, environment: "b"), state(2),
    ]
    func decision(_ base: Int, _ environment: String) -> PerformanceState.Decision? {
      PerformanceState.decision(
        on: "f1 linear-svm", base: PerformancePoint.hash(base), environment: environment,
        in: states)?.state
    }
    #expect(decision(1, "a") == .noise)
    #expect(decision(1, "b") == .fixed)
    #expect(decision(1, "c") == .accepted)
    #expect(decision(3, "a") == nil)
    #expect(
      PerformanceState.decision(
        on: "f1 other", base: PerformancePoint.hash(1), environment: "a", in: states) == nil)
  }
}
