import Evaluation
import Testing

struct BootstrapTests {
  @Test func twoThousandResamplesUnlessSaid() {
    #expect(Bootstrap() == Bootstrap(resamples: 2000, seed: 0, confidence: 0.95))
  }

  @Test func lessConfidenceIsNarrower() {
    let units = randomUnits(60, seed: 3)
    func width(_ confidence: Double) -> Double {
      let f1 = MetricSuite.evaluate(
        units, bootstrap: Bootstrap(resamples: 200, confidence: confidence))[2]
      return (f1.high ?? 0) - (f1.low ?? 0)
    }
    #expect(width(0.5) < width(0.95))
    #expect(width(0.5) > 0)
  }
}
