import Statistics
import Testing

struct TrimmedMeanTests {
  @Test func meanErrorAndIntervalAgreeWithSciPy() throws {
    for sample in try TrimmedReference.load().samples {
      let found = try #require(TrimmedMean(sample.values))
      let scale = abs(sample.mean) + sample.error
      #expect(abs(found.mean - sample.mean) < 1e-12 * scale)
      #expect(abs(found.standardError - sample.error) < 1e-12 * scale)
      let interval = found.interval(confidence: 0.99)
      #expect(abs(interval.lowerBound - sample.low) < 1e-9 * scale)
      #expect(abs(interval.upperBound - sample.high) < 1e-9 * scale)
    }
  }

  @Test func withoutTrimmingItIsTheTTest() throws {
    let reference = try TrimmedReference.load().untrimmed
    let found = try #require(TrimmedMean(reference.values, share: 0))
    #expect(abs(found.p - reference.p) < 1e-12)
    let interval = found.interval(confidence: 0.99)
    #expect(abs(interval.lowerBound - reference.low) < 1e-9)
    #expect(abs(interval.upperBound - reference.high) < 1e-9)
  }

  @Test func oneWildValueOfTenChangesLittle() throws {
    let calm: [Double] = [1, 1.1, 0.9, 1.05, 0.95, 1.02, 0.98, 1.07, 0.93, 1]
    let wild = calm.dropLast() + [1e6]
    let (a, b) = (try #require(TrimmedMean(calm)), try #require(TrimmedMean(Array(wild))))
    #expect(abs(a.mean - b.mean) < 0.05)
    #expect(b.p < 1e-6)
  }

  @Test func tooFewValuesHaveNoSummary() {
    #expect(TrimmedMean([]) == nil)
    #expect(TrimmedMean([1]) == nil)
    #expect(TrimmedMean([1, 3])?.mean == 2)
  }

  @Test func equalValuesAreCertain() {
    #expect(TrimmedMean([0, 0, 0])?.p == 1)
    #expect(TrimmedMean([2, 2, 2])?.p == 0)
  }
}
