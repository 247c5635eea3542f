import Testing

@testable import Detection

@Suite struct DetectionErrorTests {
  @Test(arguments: [
    (DetectionError.unknownDetector("x"), "unknown detector 'x'"),
    (.invalidModel(detector: "x", reason: "too short"), "model of 'x': too short"),
    (
      .missingClass(detector: "x"),
      "'x' needs grooming and benign conversations in training and in validation"
    ),
    (
      .missingStages(policy: "stage"),
      "stop policy 'stage' needs a detector that tells stages; this one tells none"
    ),
  ]) func saysWhatWasExpected(error: DetectionError, sentence: String) {
    #expect(error.description == sentence)
  }
}
