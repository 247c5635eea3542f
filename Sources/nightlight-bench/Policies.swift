import CommandLineKit
import Detection
import Experiments

struct Policies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policies", abstract: "List the stop policies.")

  @OptionGroup var common = CommonOptions()

  private static let summaries = [
    "threshold": "Alert at the first score at or above a threshold.",
    "skepticism": "Alert when enough of the last decisions are positive (Vogt et al. 2021).",
  ]

  func run() throws {
    let rows = PolicyFitting.names.map { ($0, Self.summaries[$0] ?? "") }
    if common.wantsJSON {
      let objects = rows.map {
        JSONText.object([("name", .string($0.0)), ("summary", .string($0.1))])
      }
      return try printLine(JSONText.array(objects).text)
    }
    try printLine(TextTable(["policy", "what it does"], rows.map { [$0.0, $0.1] }).text)
  }
}
