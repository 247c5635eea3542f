import Benchmarking
import Chat
import Detection
import Evaluation
import Foundation
import Testing

@testable import Experiments

@Suite struct ExternalDetectorTests {
  private let chunk = Fixtures.chunk(0..<3, split: .test)

  @Test func aCrashIsTriedOnceMoreInAFreshProcess() throws {
    try Fixtures.inTemporaryFolder { folder in
      let once = "if [ ! -e crashed ]; then touch crashed; exit 1; fi"
      let detector = try ExternalDetector(
        try ShellDetector(atMessage: once).manifest(in: folder), seed: 1)
      let said = try detector.score(chunk, conversation: 0)
      #expect(said.outcome == .ok)
      #expect(said.trace.scores.last == 0.9)
      #expect(detector.restarts == 1)
      #expect(detector.failure == nil)
      #expect(detector.measured.roundTrips.count == 6, "the messages that were answered")
    }
  }

  @Test func aTimeoutIsNotTriedAgainAndTheNextConversationIsScored() throws {
    try Fixtures.inTemporaryFolder { folder in
      let once = "if [ ! -e hung ]; then touch hung; sleep 1000; fi"
      var shell = ShellDetector(atMessage: once)
      shell.limits = #""message_s": 5"#
      let detector = try ExternalDetector(try shell.manifest(in: folder), seed: 1)
      let first = try detector.score(chunk, conversation: 0)
      #expect(first.outcome == .timeout)
      #expect(first.trace.scores.isEmpty)
      #expect(try detector.score(chunk, conversation: 0).outcome == .ok)
      #expect(detector.restarts == 1)
    }
  }

  @Test func whoAlwaysFailsIsGivenUp() throws {
    try Fixtures.inTemporaryFolder { folder in
      let detector = try ExternalDetector(
        try ShellDetector(atMessage: "exit 9").manifest(in: folder), seed: 1)
      // The first process and five more: three conversations, each tried twice.
      for index in 0..<3 {
        #expect(try detector.score(chunk, conversation: index).outcome == .crash)
      }
      let error = #expect(throws: ExternalFault.self) { try detector.score(chunk, conversation: 0) }
      #expect(error?.kind == .gaveUp)
      #expect(
        error?.description
          == "failed again after 5 restarts: it ended with status 9 before it answered")
      #expect(detector.failure == error)
    }
  }

  @Test func itTrainsOnTheLabelsOfTheTrainSplitAgainAfterARestart() throws {
    try Fixtures.inTemporaryFolder { folder in
      let count = #"grep -c '"label":"grooming"' "$path" >> seen; echo '{"op":"trained"}'"#
      let once = "if [ ! -e crashed ]; then touch crashed; exit 1; fi"
      let detector = try ExternalDetector(
        try ShellDetector(atMessage: once, atTrain: count, trains: true).manifest(in: folder),
        seed: 1)
      try detector.train(on: Examples([Fixtures.chunk(0..<30, split: .train)]))
      #expect(try detector.score(chunk, conversation: 0).outcome == .ok)
      let seen = try String(contentsOfFile: "\(folder)/seen", encoding: .utf8)
      #expect(seen == "10\n10\n")
    }
  }

  @Test func theTrainingFileGoesWithItsOwner() throws {
    var file: ExternalTrainingFile? = try ExternalTrainingFile(Examples([chunk]))
    let path = try #require(file?.path)
    #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 3)
    file = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [("1.2", 1), ("v3", 3), ("0.9.2", 0), ("beta", 0), ("", 0)])
  func itsVersionIsANumberForTables(_ version: String, _ number: Int) {
    #expect(Contestant.number(of: version) == number)
  }
}
