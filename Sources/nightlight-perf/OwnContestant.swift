import Foundation

/// This program as a contestant in a process of its own.
struct OwnContestant {
  var detector: String
  var keepsRunningSums = false
  /// Whether it fits once at given hyper-parameters, as peers do, instead of searching.
  var fitsOnce = false
  var seed: UInt64

  /// Starts `nightlight-perf contestant` and reads what it says.
  func run(
    training: String, validation: String, test: String, scores: String? = nil
  ) throws -> ContestantOutcome {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    let output = try ChildProcess.run(
      [program, "contestant", detector, training, validation, test, "--seed", "\(seed)"]
        + (keepsRunningSums ? ["--running-sums"] : []) + (fitsOnce ? ["--cost", "1"] : [])
        + (scores.map { ["--scores", $0] } ?? []),
      timeout: .seconds(7200))
    return try ContestantOutcome(line: output, of: "nightlight-perf contestant")
  }
}
