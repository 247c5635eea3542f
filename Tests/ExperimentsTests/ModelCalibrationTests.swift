import Chat
import Detection
import Testing

@testable import Experiments

@Suite struct ModelCalibrationTests {
  private func model(locales: [String] = [], view: View = .full) throws -> ModelFile {
    let lens = ViewLens(view, salt: 1)
    let detector = try DetectorCatalogue.train(
      "naive-bayes", on: lens.examples(Examples([Fixtures.chunk(0..<60, split: .train)])),
      validation: lens.examples(Examples([Fixtures.chunk(60..<90, split: .validation)])), seed: 1)
    return ModelFile(
      header: ModelFile.Header(
        detector: "naive-bayes", detectorVersion: detector.version, parameters: [:],
        policy: .threshold(0), objective: "f1", corpus: "tiny", corpusSHA256: "",
        locales: locales, seed: 1, view: view),
      detector: detector)
  }

  @Test(arguments: [0.1, 0.25, 0.5]) func noMoreConversationsAlertThanWanted(
    _ rate: Double
  ) throws {
    var calibration = ModelCalibration(try model())
    let chunk = Fixtures.chunk(0..<40, split: .test)
    calibration.observe(chunk)
    let (calibrated, achieved) = try calibration.finish(alertRate: rate)
    #expect(achieved.conversations == 40)
    #expect(achieved.alerts <= Int(rate * 40))
    let alerts = try Rater(calibrated).rate(chunk).count { $0.alertMessage != nil }
    #expect(alerts == achieved.alerts)
    #expect(calibrated.header.calibratedOn == 40)
    #expect(calibrated.header.objective == "alert-rate<=\(rate)")
  }

  @Test func theCalibratedModelComesBackFromItsBytes() throws {
    var calibration = ModelCalibration(try model(view: .redacted))
    calibration.observe(Fixtures.chunk(0..<40, split: .test))
    let calibrated = try calibration.finish(alertRate: 0.2).model
    let again = try ModelFile(bytes: try calibrated.encoded(), path: "m")
    #expect(again.header == calibrated.header)
    #expect(again.policy == calibrated.policy)
    #expect(again.lens.view == .redacted)
  }

  @Test func anUnknownLocaleDoesNotCount() throws {
    var calibration = ModelCalibration(try model(locales: ["de"]))
    calibration.observe(Fixtures.chunk(0..<10, split: .test))
    #expect(calibration.conversations == 0)
    #expect(calibration.abstained == 10)
  }
}
