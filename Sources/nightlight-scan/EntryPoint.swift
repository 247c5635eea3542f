import CommandLineKit
import Experiments

/// Rates chats for human review.
@main struct ScanTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightlight-scan",
    abstract: "Rate chats for human review, with evidence.",
    discussion: """
      A rating is a reason for a trained human to look, never a verdict; a false accusation harms
      too. A model that was trained on synthetic chat needs a threshold of its own on other chat.
      """,
    version: suiteVersion,
    subcommands: [Train.self, Rate.self, Stream.self, Calibrate.self, PAN12.self, Info.self])

  static func exitStatus(for error: any Error) -> ExitCode {
    isInvalidContent(error) ? .invalidContent : .failure
  }
}
