import CommandLineKit
import Experiments
import Store

struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Remove a corpus and every run on it.")

  @Argument(help: "The corpus.") var name: String
  @OptionGroup var common = CommonOptions()

  func run() throws {
    try Workbench.existing(at: common.databasePath).removeCorpus(named: name)
    common.note("Removed '\(name)'.")
  }
}
