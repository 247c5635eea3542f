import Testing

@testable import Audits

@Suite struct SampleDistanceTests {
  @Test func agreesWithScipyAndNumpy() throws {
    for reference in try FiguresReference.load().distances {
      let ks = SampleDistance.kolmogorovSmirnov(reference.a, reference.b) ?? -1
      let kuiper = SampleDistance.kuiper(reference.a, reference.b) ?? -1
      #expect((ks - reference.ks).magnitude < 1e-12)
      #expect((kuiper - reference.kuiper).magnitude < 1e-12)
    }
  }

  @Test func byHand() {
    #expect(SampleDistance.kolmogorovSmirnov([1, 2], [1, 2]) == 0)
    #expect(SampleDistance.kolmogorovSmirnov([1, 2], [3]) == 1)
    #expect(SampleDistance.kolmogorovSmirnov([], [3]) == nil)
    // Two hours apart round midnight and round noon are alike to Kuiper.
    let (night, evening) = ([23.0, 1], [22.0, 0])
    #expect(
      SampleDistance.kuiper(night, evening)
        == SampleDistance.kuiper(
          night.map { ($0 + 12).truncatingRemainder(dividingBy: 24) },
          evening.map { ($0 + 12).truncatingRemainder(dividingBy: 24) }))
  }
}
