import Evaluation
import Testing

struct RankingMetricsTests {
  @Test(arguments: [1, 3, 10]) func aConstantScorerHasThePrevalence(positives: Int) {
    let units = (0..<40).map { unit($0, $0 < positives, score: 0.7) }
    let values = metrics(of: units)
    #expect(isClose(values["average_precision"]?.value, Double(positives) / 40))
    #expect(values["auroc"]?.value == 0.5)
  }

  @Test func aPerfectScorerHasOneEverywhere() {
    let values = metrics(
      of: (0..<1100).map { unit($0, $0 < 100, score: $0 < 100 ? 0.9 : 0.1, alert: nil) })
    for name in [
      "average_precision", "auroc", "recall_at_fpr_0_01", "recall_at_fpr_0_001",
      "precision_at_recall_0_9",
    ] { #expect(values[name]?.value == 1, "\(name)") }
  }

  @Test func recallAtAFalseAlarmRateCountsWholeGroups() {
    // 200 negatives: two false positives are allowed at 1 %. Scores from the top: + − + − + (two
    // −).
    var units = [(true, 0.9), (false, 0.8), (true, 0.7), (false, 0.6), (true, 0.5), (false, 0.4)]
      .enumerated().map { unit($0, $1.0, score: $1.1) }
    units += (10..<207).map { unit($0, false, score: 0.1) }
    units += [unit(300, true, score: 0.4)]
    #expect(units.count { !$0.isPositive } == 200)
    // At .4 a third false positive enters together with the fourth positive.
    #expect(metrics(of: units)["recall_at_fpr_0_01"]?.value == 0.75)
    #expect(metrics(of: units)["recall_at_fpr_0_001"]?.value == nil)
  }

  @Test func tooFewNegativesSayNothingOfARate() {
    let units = (0..<100).map { unit($0, $0 == 0, score: $0 == 0 ? 1 : 0) }
    #expect(metrics(of: units)["recall_at_fpr_0_01"]?.value == nil)
    #expect(metrics(of: units + [unit(100, false, score: 0)])["recall_at_fpr_0_01"]?.value == 1)
  }

  @Test func aFirstGroupWithTooManyFalsePositivesRecallsNothing() {
    let units = (0..<150).map { unit($0, $0 < 10, score: 0.5) }
    #expect(metrics(of: units)["recall_at_fpr_0_01"]?.value == 0)
  }

  @Test func precisionAtRecallIsTheBestThatReachesIt() {
    // Ten positives: nine come first but for one negative at rank 2, the tenth is last.
    var units = (0..<10).map { unit($0, true, score: $0 == 9 ? 0.05 : 0.9 - Double($0) / 20) }
    units += [unit(20, false, score: 0.88), unit(21, false, score: 0.1)]
    #expect(metrics(of: units)["precision_at_recall_0_9"]?.value == 0.9)
  }

  @Test func missingScoresRankBelowEveryScore() {
    let units = [
      unit(0, true, score: -5), unit(1, false, score: nil), unit(2, true, score: nil),
      unit(3, false, score: .nan),
    ]
    // One pair won outright twice, two pairs tied.
    #expect(metrics(of: units)["auroc"]?.value == 0.75)
    #expect(isClose(metrics(of: units)["average_precision"]?.value, 0.5 * 1 + 0.5 * 0.5))
  }

  @Test func oneClassAloneHasNoRanking() {
    for positive in [true, false] {
      let values = metrics(of: (0..<5).map { unit($0, positive, score: Double($0)) })
      #expect(values["average_precision"]?.value == nil)
      #expect(values["auroc"]?.value == nil)
      #expect(values["precision_at_recall_0_9"]?.value == nil)
    }
  }
}
