import Testing

@testable import Evaluation

struct LabelSpanTests {
  @Test func spansAreMaximalRuns() {
    let spans = LabelSpan.spans(of: Array("NNFFNX"))
    #expect(spans.map(\.range) == [0..<2, 2..<4, 4..<5, 5..<6])
    #expect(String(spans.map(\.label)) == "NFNX")
    #expect(LabelSpan.spans(of: Array("NNFFNX"), excluding: ["N"]).map(\.range) == [2..<4, 5..<6])
    #expect(LabelSpan.spans(of: [Int]()).isEmpty)
  }

  @Test func overlapIsIntersectionOverUnion() {
    func span(_ label: Character, _ range: Range<Int>) -> LabelSpan<Character> {
      LabelSpan(label: label, range: range)
    }
    #expect(span("F", 0..<4).overlap(with: span("F", 2..<6)) == 2.0 / 6)
    #expect(span("F", 0..<4).overlap(with: span("F", 0..<4)) == 1)
    #expect(span("F", 0..<4).overlap(with: span("R", 0..<4)) == 0)
    #expect(span("F", 0..<4).overlap(with: span("F", 6..<9)) == 0)
  }
}
