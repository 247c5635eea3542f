import Chat
import CommandLineKit
import Experiments
import Store

struct Runs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the runs of the database.")

  @OptionGroup var common = CommonOptions()

  func run() throws {
    let runs = try Workbench.existing(at: common.databasePath).runs()
    if common.wantsJSON {
      return try printLine(JSONText.array(runs.map { $0.json(metrics: []) }).text)
    }
    guard !runs.isEmpty else { return common.note("No run in \(common.databasePath).") }
    let table = TextTable(
      ["run", "corpus", "split", "detector", "policy", "objective", "seed", "status"], right: [0],
      runs.map {
        [
          "\($0.id)", $0.corpus, $0.split.rawValue, $0.detector, $0.policy, $0.objective,
          "\($0.seed)", $0.status.rawValue,
        ]
      })
    try printLine(table.text)
  }
}
