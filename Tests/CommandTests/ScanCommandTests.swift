import Foundation
import Testing

/// Models, as a platform trains, calibrates and uses them.
@Suite struct ScanCommandTests {
  /// A folder with the corpus `tiny` in its database and a model `m` trained on it.
  private func withModel(
    _ options: [String] = [], _ body: (Workplace) throws -> Void
  ) throws {
    try Workplace.with { place in
      let imported = try place.run(
        "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "tiny"])
      try #require(imported.status == 0, "\(imported.error)")
      let trained = try place.run(
        "nightlight-scan", ["train", "--corpus", "tiny", "--output", "m"] + options)
      try #require(trained.status == 0, "\(trained.error)")
      try body(place)
    }
  }

  @Test func aCalibratedModelAlertsNoMoreThanWanted() throws {
    try withModel(["--detector", "naive-bayes"]) { place in
      let chats = try String(contentsOf: place.url("tiny.jsonl"), encoding: .utf8)
      let scan = Tool("nightlight-scan", in: place.folder)
      let calibrated = try scan.run(
        ["calibrate", "--model", "m", "--alert-rate", "0.1", "--output", "own", "--json"],
        input: chats)
      #expect(calibrated.status == 0, "\(calibrated.error)")
      #expect(calibrated.output.contains(#""conversations":90"#), "\(calibrated.output)")
      let rated = try scan.run(["rate", "--model", "own"], input: chats)
      let alerts = rated.output.split(separator: "\n").count { $0.contains(#""alert":true"#) }
      #expect(rated.status == 0 && alerts <= 9, "\(alerts) alerts")
      let info = try scan.run(["info", "own"])
      #expect(info.output.contains("alert-rate<=0.1, on 90 conversations of a platform"))
    }
  }

  @Test func nothingToCalibrateOnChangesNothing() throws {
    try withModel(["--detector", "naive-bayes"]) { place in
      let before = try Data(contentsOf: place.url("m"))
      let scan = Tool("nightlight-scan", in: place.folder)
      let empty = try scan.run(["calibrate", "--model", "m", "--alert-rate", "0.1"], input: "\n")
      #expect(empty.status != 0)
      let bad = try scan.run(["calibrate", "--model", "m", "--alert-rate", "2"], input: "")
      #expect(bad.status == 64)
      #expect(bad.error.contains("--alert-rate is 2.0"), "\(bad.error)")
      #expect(try Data(contentsOf: place.url("m")) == before)
    }
  }

  @Test func theEnsembleIsWhatTrainMakesUnlessAsked() throws {
    try withModel { place in
      let info = try place.run("nightlight-scan", ["info", "m", "--json"])
      #expect(info.output.contains(#""detector":"ensemble""#), "\(info.output)")
      #expect(info.output.contains("beats-best-member"))
    }
  }

  @Test func aModelForAViewReadsOnlyThat() throws {
    try withModel(["--detector", "naive-bayes", "--view", "redacted"]) { place in
      let info = try place.run("nightlight-scan", ["info", "m"])
      #expect(info.output.contains("redacted"), "\(info.output)")
      let refused = try place.run(
        "nightlight-scan",
        [
          "train", "--corpus", "tiny", "--output", "n", "--detector", "naive-bayes", "--view",
          "metadata",
        ])
      #expect(refused.status == 64)
      #expect(refused.error.contains("Known: full"), "\(refused.error)")
    }
  }

  @Test func aModelOfRunningSumsSaysSixteenBytesAndStreams() throws {
    try withModel(["--detector", "linear-svm", "--running-sums"]) { place in
      let info = try place.run("nightlight-scan", ["info", "m"])
      #expect(info.output.contains("16 bytes per open conversation (running-sums)"))
      let json = try place.run("nightlight-scan", ["info", "m", "--json"])
      #expect(json.output.contains(#""state":"running-sums","state_bytes":16"#), "\(json.output)")
      let messages = (0..<50).map { number in
        #"{"conversation":"c\#(number % 10)","author":"a","text":"the lantern is lit, \#(number)"}"#
      }
      let scan = Tool("nightlight-scan", in: place.folder)
      let streamed = try scan.run(
        ["stream", "--model", "m"], input: messages.joined(separator: "\n"))
      #expect(streamed.status == 0, "\(streamed.error)")
      #expect(streamed.output.split(separator: "\n").count == 10, "\(streamed.output)")
    }
  }

  @Test func onlySumsOverWordsTrainAsRunningSums() throws {
    try withModel(["--detector", "naive-bayes"]) { place in
      for (options, says) in [
        (["--detector", "lexicon"], "invalid for '--detector'"),
        (["--detector", "naive-bayes", "--view", "redacted"], "invalid for '--view'"),
      ] {
        let refused = try place.run(
          "nightlight-scan",
          ["train", "--corpus", "tiny", "--output", "n", "--running-sums"] + options)
        #expect(refused.status == 64)
        #expect(refused.error.contains(says), "\(refused.error)")
      }
    }
  }

  @Test func panAnswersAreFilesOfItsFormats() throws {
    try withModel(["--detector", "naive-bayes"]) { place in
      for problem in ["1", "2"] {
        let result = try place.run(
          "nightlight-scan",
          ["pan12", "--model", "m", "--corpus", "tiny", "--problem", problem, "--output", problem])
        #expect(result.status == 0, "\(result.error)")
      }
      let authors = try String(contentsOf: place.url("1"), encoding: .utf8)
      #expect(authors.split(separator: "\n").allSatisfy { ["a", "b"].contains($0) })
      let lines = try String(contentsOf: place.url("2"), encoding: .utf8).split(separator: "\n")
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { $0.split(separator: "\t").count == 2 })
      let wrong = try place.run(
        "nightlight-scan", ["pan12", "--model", "m", "--corpus", "tiny", "--problem", "3"])
      #expect(wrong.status == 64)
    }
  }

  @Test func runsAreComparedByNumber() throws {
    try withModel(["--detector", "naive-bayes"]) { place in
      let run = try place.run(
        "nightlight-bench",
        [
          "run", "--corpus", "tiny", "--detectors", "naive-bayes,shortcut", "--views",
          "full,metadata", "--policies", "threshold,stage",
        ])
      #expect(run.status == 0, "\(run.error)")
      #expect(run.error.contains("naive-bayes: left out, it does not work from the view"))
      #expect(run.error.contains("which the policy 'stage' needs"))
      let compared = try place.run("nightlight-report", ["compare", "1", "2"])
      #expect(compared.status == 0, "\(compared.error)")
      #expect(compared.output.contains("McNemar"), "\(compared.output)")
      let unknown = try place.run("nightlight-report", ["compare", "1", "99"])
      #expect(unknown.status == 1)
    }
  }
}
