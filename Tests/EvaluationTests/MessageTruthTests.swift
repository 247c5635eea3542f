import Chat
import Testing

@testable import Evaluation

struct MessageTruthTests {
  private func firstCritical(_ stages: [Stage?]) -> Int? {
    MessageTruth(stages: stages, risky: [], minutes: []).firstCritical
  }

  @Test func theFirstCriticalMessageIsCountedFromOne() {
    #expect(firstCritical([.contact, .riskCheck, .control]) == 2)
    #expect(firstCritical([.approach, .rapport]) == 1)
  }

  @Test(arguments: Stage.allCases)
  func criticalStagesAreFoundAndNoOthers(_ stage: Stage) {
    #expect(firstCritical([.contact, stage]) == (stage.isCritical ? 2 : nil))
  }

  @Test func anUnknownStageCountsAsAMessageButNotAsCritical() {
    #expect(firstCritical([nil, .rapport, nil, .isolation]) == 4)
    #expect(firstCritical([nil, nil]) == nil)
    #expect(firstCritical([]) == nil)
  }

  @Test func minutesAreTakenBetweenMessagesByNumber() {
    let truth = MessageTruth(stages: [], risky: [], minutes: [0, 3.5, 10])
    #expect(truth.minutes(from: 1, to: 3) == 10)
    #expect(truth.minutes(from: 2, to: 3) == 6.5)
    #expect(truth.minutes(from: 2, to: 2) == 0)
    #expect(truth.minutes(from: 3, to: 2) == -6.5)
  }

  @Test func messagesThatAreNotThereHaveNoMinutes() {
    let truth = MessageTruth(stages: [.contact], risky: [1], minutes: [0])
    #expect(truth.minutes(from: 0, to: 1) == nil)
    #expect(truth.minutes(from: 1, to: 2) == nil)
    let untimed = MessageTruth(stages: [.contact, .contact], risky: [], minutes: [])
    #expect(untimed.minutes(from: 1, to: 2) == nil)
    #expect(untimed.minutes(from: 1, to: 0) == nil)
  }
}
