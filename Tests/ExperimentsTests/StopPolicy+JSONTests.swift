import Detection
import Testing

@testable import Experiments

@Suite struct StopPolicyJSONTests {
  @Test func everyKindTellsAllItsParameters() {
    #expect(StopPolicy.threshold(0.5).parameters == #"{"threshold":0.5}"#)
    #expect(
      StopPolicy.skepticism(threshold: 0.5, needed: 3, window: 10).parameters
        == #"{"threshold":0.5,"needed":3,"window":10}"#)
    #expect(
      StopPolicy.cusum(threshold: 2.5, drift: 0.1, prior: -1.5).parameters
        == #"{"threshold":2.5,"drift":0.1,"prior":-1.5}"#)
    #expect(
      StopPolicy.sprt(threshold: 2.5, lower: -3, prior: -1.5).parameters
        == #"{"threshold":2.5,"lower":-3,"prior":-1.5}"#)
    #expect(StopPolicy.stage(threshold: 0.75).parameters == #"{"threshold":0.75}"#)
  }
}
