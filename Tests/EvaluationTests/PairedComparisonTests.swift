import Statistics
import Testing

@testable import Evaluation

@Suite struct PairedComparisonTests {
  private func unit(
    _ id: Int, positive: Bool, score: Double?, alert: Int?, scenario: String
  ) -> EvaluatedConversation {
    EvaluatedConversation(
      id: "c\(id)", cluster: "c\(id)", isPositive: positive, messageCount: 9, score: score,
      alert: alert, scenario: scenario)
  }

  /// Twelve conversations: ten that only the first gets right, two that only the second does.
  private func runs() -> ([EvaluatedConversation], [EvaluatedConversation]) {
    let first = (0..<12).map { number in
      unit(
        number, positive: number < 6, score: Double(number) / 12,
        alert: (number < 6) == (number != 5 && number != 11) ? 3 : nil,
        scenario: number < 6 ? "s" : "t")
    }
    let second = (0..<12).map { number in
      unit(
        number, positive: number < 6, score: Double(11 - number) / 12,
        alert: (number < 6) == (number == 5 || number == 11) ? 3 : nil,
        scenario: number < 6 ? "s" : "t")
    }
    return (first, second)
  }

  @Test func discordantDecisionsAreCountedBySlice() {
    let (a, b) = runs()
    let comparison = PairedComparison(a, b, bootstrap: Bootstrap(resamples: 100))
    #expect(comparison.mcNemar == McNemarTest(onlyFirst: 10, onlySecond: 2))
    #expect(
      comparison.discordances == [
        .init(slice: "benign: t", count: 6, onlyFirst: 5, onlySecond: 1),
        .init(slice: "grooming: s", count: 6, onlyFirst: 5, onlySecond: 1),
      ])
    #expect(comparison.deLong?.areas.second == 1)
  }

  @Test func holmIsNeverSmallerThanRaw() {
    let (a, b) = runs()
    let comparison = PairedComparison(a, b, bootstrap: Bootstrap(resamples: 100))
    for line in comparison.differences {
      #expect((line.p == nil) == (comparison.adjusted[line.name] == nil))
      if let p = line.p, let adjusted = comparison.adjusted[line.name] { #expect(adjusted >= p) }
    }
  }

  @Test func aMissingScoreLeavesDeLongOut() {
    var (a, b) = runs()
    a[3] = unit(3, positive: true, score: nil, alert: nil, scenario: "s")
    #expect(PairedComparison(a, b, bootstrap: Bootstrap(resamples: 20)).deLong == nil)
    b.removeAll()
    #expect(PairedComparison([], b, bootstrap: Bootstrap(resamples: 20)).deLong == nil)
  }
}
