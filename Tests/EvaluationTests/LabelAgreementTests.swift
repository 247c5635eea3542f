import Chat
import Testing

@testable import Evaluation

struct LabelAgreementTests {
  private let agreement = LabelAgreement(
    Array("NFRX"), reference: Array("NNFFFRRRRXXN"), predicted: Array("NNFFRRRRRRXN"))

  @Test func twelveMessages() throws {
    #expect(isClose(agreement.macroF1, 0.8166666667, tolerance: 1e-10))
    #expect(isClose(agreement.microF1, 0.8333333333, tolerance: 1e-10))
    let f1 = try #require(agreement.f1)
    #expect(zip(f1, [1, 0.8, 0.8, 2.0 / 3]).allSatisfy { isClose($0, $1) })
    #expect(
      agreement.confusion == [[3, 0, 0, 0], [0, 2, 1, 0], [0, 0, 4, 0], [0, 0, 1, 1]])
    #expect(agreement.count == 12)
  }

  @Test func aLabelThatIsNeverToldScoresNothing() {
    let silent = LabelAgreement(
      Array("NFRXY"), reference: Array("NNFFFRRRRXXN"), predicted: Array("NNFFRRRRRRXN"))
    #expect(isClose(silent.macroF1, 0.8166666667 * 4 / 5, tolerance: 1e-9))
    #expect(silent.f1?.last == 0)
  }

  @Test func stagesAreLabels() {
    let stages = LabelAgreement(
      Stage.allCases.map(\.self), reference: [.contact, .rapport], predicted: [.contact, .contact])
    #expect(stages.microF1 == 0.5)
    #expect(isClose(stages.macroF1, (2.0 / 3) / 9))
  }

  @Test func withoutMessagesNothingHasAValue() {
    let empty = LabelAgreement(Array("NF"), reference: [], predicted: [])
    #expect(empty.f1 == nil && empty.macroF1 == nil && empty.microF1 == nil)
  }
}
