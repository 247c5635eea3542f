import Statistics
import Testing

@testable import Evaluation

struct SpanAgreementTests {
  private let reference = Array("NNFFFRRRRXXN")
  private let predicted = Array("NNFFRRRRRRXN")

  @Test func twelveMessages() {
    // Exact: both runs of N. By half: F 2/3, R 4/6, X 1/2 as well.
    let spans = SpanAgreement(reference: reference, predicted: predicted)
    #expect(spans.exact == RetrievalCounts(relevant: 5, retrieved: 5, right: 2))
    #expect(spans.overlapping == RetrievalCounts(relevant: 5, retrieved: 5, right: 5))
    #expect(isClose(spans.exact.f(1), 0.4))
    #expect(spans.overlapping.f(1) == 1)
  }

  @Test func backgroundIsNotCounted() {
    let spans = SpanAgreement(reference: reference, predicted: predicted, excluding: ["N"])
    #expect(spans.exact == RetrievalCounts(relevant: 3, retrieved: 3, right: 0))
    #expect(spans.overlapping == RetrievalCounts(relevant: 3, retrieved: 3, right: 3))
  }

  @Test func aSpanFoundInPiecesIsNotFound() {
    let spans = SpanAgreement(
      reference: Array("FFFFFF"), predicted: Array("FFNNFF"), excluding: ["N"])
    #expect(spans.overlapping == RetrievalCounts(relevant: 1, retrieved: 2, right: 0))
  }

  @Test func conversationsAddUp() {
    let one = SpanAgreement(reference: reference, predicted: predicted)
    #expect((one + one).exact == RetrievalCounts(relevant: 10, retrieved: 10, right: 4))
  }

  @Test func exactMatchesOverlapAndTheSweepMissesNone() {
    var random = CounterRandom(seed: 3, stream: 0)
    for _ in 0..<200 {
      let lists = (0..<2).map { _ in (0..<30).map { _ in random.below(3) } }
      let spans = SpanAgreement(reference: lists[0], predicted: lists[1])
      let truth = LabelSpan.spans(of: lists[0])
      let right = LabelSpan.spans(of: lists[1]).reduce(0) { sum, span in
        sum + truth.count { $0.overlap(with: span) >= 0.5 }
      }
      #expect(spans.overlapping.right == right)
      #expect(spans.exact.right <= right)
    }
  }
}
