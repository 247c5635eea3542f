import CommandLineKit
import Experiments

/// Makes, reads, checks and shows corpora.
@main struct CorpusTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightlight-corpus",
    abstract: "Generate, import, check and show conversation corpora.",
    discussion: """
      Corpora live in one SQLite file. Generated ones are synthetic and strictly non-explicit; they
      measure the relative behaviour of detectors and are not evidence about any person.
      """,
    version: suiteVersion,
    subcommands: [
      Generate.self, Import.self, Perturb.self, Export.self, Verify.self, Audit.self, Stats.self,
      List.self, Show.self, Remove.self,
    ])

  static func exitStatus(for error: any Error) -> ExitCode {
    isInvalidContent(error) ? .invalidContent : .failure
  }
}
