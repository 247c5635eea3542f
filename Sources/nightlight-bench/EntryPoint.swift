import CommandLineKit
import Experiments

/// Runs detectors on corpora.
@main struct BenchTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightlight-bench",
    abstract: "Run detectors and stop policies on a corpus, message by message.",
    version: suiteVersion,
    subcommands: [
      Run.self, Resume.self, Runs.self, Show.self, Score.self, Check.self, ImportRun.self,
      Serve.self, Detectors.self, Policies.self,
    ])

  static func exitStatus(for error: any Error) -> ExitCode {
    isInvalidContent(error) ? .invalidContent : .failure
  }
}
