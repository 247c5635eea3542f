import Benchmarking
import Chat
import CommandLineKit
import CorpusFormats
import Detection
import Foundation

/// `nightlight-perf contestant`: one detector in a process of its own, beside which peers are held.
struct ContestantRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contestant",
    abstract: "Train one detector, score with it, and print what that took: a line of JSON.",
    discussion: """
      What 'measure' and 'peers' start, so that the memory of one training is seen alone. One thread;
      processor time; parsing is included, the start of the process is not. Scores are written after
      the last message of each conversation, and made after every message.
      """)

  @Argument(help: "The detector.") var detector: String
  @Argument(help: "Conversations to train on, canonical JSONL.") var training: String
  @Argument(help: "Conversations to choose and to calibrate by.") var validation: String
  @Argument(help: "Conversations to score.") var test: String
  @Option(help: "Where scores go: this path with '.validation' and '.test'.") var scores: String?
  @Flag(help: "Keep 16 bytes of each conversation; for detectors that are sums over words.")
  var runningSums = false
  @Option(help: "Fit linear-svm once, on words and pairs, at this C, without a search.")
  var cost: Double?
  @Option(help: "The seed of training.") var seed: UInt64 = 1
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if let cost {
      guard cost > 0, cost.isFinite else { throw ValidationError("--cost must be above 0.") }
      guard detector == "linear-svm", !runningSums else {
        throw ValidationError("--cost is for linear-svm, without --running-sums.")
      }
    }
    let known =
      runningSums ? RunningSumDetector.names : DetectorCatalogue.entries.map(\.name)
    guard !known.contains(detector) else { return }
    let hint = nearest(to: detector, among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "The value '\(detector)' is invalid for '<detector>'.\(hint) "
        + "Known: \(known.joined(separator: ", ")).")
  }

  func run() throws {
    var start = CPUClock.process.nanoseconds()
    func elapsed() -> Double { Double(CPUClock.process.nanoseconds() - start) / 1e9 }
    let model = try train()
    let trainSeconds = elapsed()
    let peak = PeakMemory.bytes

    start = CPUClock.process.nanoseconds()
    var pass = ScoringPass(model)
    var last: [Double] = []
    _ = try JSONL.read(path: test) { pass.score($0, last: &last) }
    let scoreSeconds = elapsed()

    if let scores {
      try write(last, to: scores + ".test")
      last.removeAll()
      _ = try JSONL.read(path: validation) { pass.score($0, last: &last) }
      try write(last, to: scores + ".validation")
    }
    var histogram = LatencyHistogram()
    for chunk in try MeasurementInputs.read(test) { pass.score(chunk, into: &histogram) }
    try printLine(
      ContestantOutcome(
        trainSeconds: trainSeconds, peakBytes: Double(peak), scoreSeconds: scoreSeconds,
        decisionNanoseconds: Double(histogram.value(atPercentile: 50) ?? 0)
      ).encoded())
  }

  private func train() throws -> any Detector {
    let held = Examples(try MeasurementInputs.read(validation))
    let examples = Examples(try MeasurementInputs.read(training))
    if let cost {
      return try LinearSVM.fit(
        on: examples, validation: held, cost: cost, words: 2, seed: seed)
    }
    let trained = try DetectorCatalogue.train(
      detector, on: examples, validation: held, seed: seed,
      checkpoint: { try Interruption.check() })
    return runningSums ? try RunningSumDetector(trained, validation: held) ?? trained : trained
  }

  private func write(_ scores: [Double], to path: String) throws {
    var file = try FileOutput(path: path)
    try file.write(scores.map { "\($0)\n" }.joined().utf8)
    try file.commit()
  }
}
