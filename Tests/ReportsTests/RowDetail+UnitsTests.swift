import Chat
import Evaluation
import Testing

@testable import Reports

@Suite struct RowDetailUnitsTests {
  /// Ten grooming conversations with high scores, ninety benign ones with low scores.
  private var units: [EvaluatedConversation] {
    (0..<100).map { number in
      let isPositive = number < 10
      return EvaluatedConversation(
        id: "c\(number)", cluster: "c\(number)", isPositive: isPositive, messageCount: 20,
        onset: isPositive ? 5 : nil, score: isPositive ? 0.9 : Double(number) / 200,
        alert: isPositive ? 8 : nil)
    }
  }

  @Test func aDetectorWithoutErrorsKeepsTheTeamBusyWithTrueCasesAlone() throws {
    let detail = RowDetail(units, truth: [:])
    let review = try #require(detail.review)
    #expect(review.precision == 1 && review.recall == 1 && review.backlog == 0)
    #expect(review.exposedMessages == nil, "no times are known")
    #expect(detail.delay?.alertRate.value == 1)
    #expect(detail.reliability.count > 1)
  }

  @Test func withTimesExposureIsKnown() throws {
    let truth = MessageTruth(
      stages: [], risky: [], minutes: (0..<20).map { Double($0) * 60 })
    let all = Dictionary(uniqueKeysWithValues: units.map { ($0.id, truth) })
    let exposed = try #require(RowDetail(units, truth: all).review?.exposedMessages)
    #expect(exposed >= 0 && exposed < 1, "every case is read within minutes, messages come hourly")
  }

  @Test func theCurveRisesWithTheShareThatIsFlagged() {
    let curve = RowDetail(units, truth: [:]).reviewCurve
    #expect(curve.count > 2)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.falseAlarmRate <= $1.falseAlarmRate })
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.threshold > $1.threshold })
    #expect(
      curve.allSatisfy { $0.falseAlarmRate <= 0.5 }, "at most the largest rate that is asked for")
  }

  @Test func oneClassAloneHasNoTeam() {
    #expect(RowDetail(units.filter(\.isPositive), truth: [:]).review == nil)
    #expect(RowDetail([], truth: [:]).delay == nil)
  }
}
