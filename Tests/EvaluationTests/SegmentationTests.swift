import Testing

@testable import Evaluation

struct SegmentationTests {
  private func marks(_ text: String) -> [Bool] { text.map { $0 == "1" } }

  @Test func twelveMarks() {
    let reference = marks("000100010000")
    #expect(Segmentation.window(of: reference) == 3)
    let near = Segmentation(reference: reference, predicted: marks("001000010000"), window: 3)
    #expect(isClose(near.windowDiff, 0.2) && isClose(near.pk, 0.2))
    let none = Segmentation(reference: reference, predicted: marks("000000000000"), window: 3)
    #expect(isClose(none.windowDiff, 0.6) && isClose(none.pk, 0.6))
    let same = Segmentation(reference: reference, predicted: reference, window: 3)
    #expect(same.windowDiff == 0 && same.pk == 0)
  }

  @Test func aBorderTooManyCountsInWindowDiffAlone() {
    let answer = Segmentation(reference: marks("01000"), predicted: marks("11000"), window: 2)
    #expect(isClose(answer.windowDiff, 0.25) && answer.pk == 0)
  }

  @Test func theWindowIsHalfTheMeanSegmentRoundedToEven() {
    #expect(Segmentation.window(of: marks("00010")) == 2, "2.5")
    #expect(Segmentation.window(of: marks("0001000")) == 4, "3.5")
    #expect(Segmentation.window(of: marks("111")) == 1, "0.5, but a window holds a mark")
    #expect(Segmentation.window(of: marks("000")) == nil)
  }

  @Test func bordersStandAtTheEndOfEachRunButTheLast() {
    #expect(Segmentation.borders(of: Array("NNFFR")) == marks("01010"))
    #expect(Segmentation.borders(of: Array("NN")) == marks("00"))
    #expect(Segmentation.borders(of: [Int]()).isEmpty)
  }

  @Test func aWindowLongerThanTheConversationHasNoAnswer() {
    let answer = Segmentation(reference: marks("01"), predicted: marks("10"), window: 3)
    #expect(answer == Segmentation(reference: [], predicted: [], window: 1))
    #expect(answer.pk == nil && answer.windowDiff == nil)
  }
}
