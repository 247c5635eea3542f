import Detection
import Testing

@testable import Experiments

@Suite struct ModelTrainingTests {
  @Test func everyPolicyOfScoresIsFittedAndKept() throws {
    try Fixtures.withTinyCorpus { workbench in
      for name in PolicyFitting.names where !StopPolicy.needsStages(name) {
        let model = try ModelTraining.train(
          "naive-bayes", policy: name, corpus: "tiny", seed: 1, in: workbench)
        #expect(model.policy.name == name)
        let read = try ModelFile(bytes: try model.encoded(), path: "m")
        #expect(read.policy == model.policy)
      }
    }
  }

  @Test func aDetectorWithoutStagesCannotRunTheStagePolicy() throws {
    #expect(throws: DetectionError.missingStages(policy: "stage")) {
      try Fixtures.withTinyCorpus {
        try ModelTraining.train(
          "naive-bayes", policy: "stage", corpus: "tiny", seed: 1, in: $0)
      }
    }
  }

  @Test func onlySumsOverWordsKeepRunningSums() throws {
    try Fixtures.withTinyCorpus { workbench in
      let model = try ModelTraining.train(
        "linear-svm", policy: "threshold", keepsRunningSums: true, corpus: "tiny", seed: 1,
        in: workbench)
      #expect(model.header.state == "running-sums" && model.detector.stateBytesCap == 16)
      let error = ExperimentError.noRunningSums(
        detector: "lexicon", view: "full", known: RunningSumDetector.names)
      #expect(throws: error) {
        try ModelTraining.train(
          "lexicon", policy: "threshold", keepsRunningSums: true, corpus: "tiny", seed: 1,
          in: workbench)
      }
    }
  }
}
