import CommandLineKit
import Detection
import Experiments

struct Policies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policies", abstract: "List the stop policies.",
    discussion: "Every parameter is fitted on validation alerts; --json says what is tried.")

  @OptionGroup var common = CommonOptions()

  func run() throws {
    if common.wantsJSON {
      let objects = StopPolicy.entries.map { entry in
        JSONText.object([
          ("name", .string(entry.name)), ("summary", .string(entry.summary)),
          ("source", .string(entry.source)), ("needs_stages", .bool(entry.needsStages)),
          ("parameters", .object(entry.parameters.map { ($0.name, .string($0.value)) })),
        ])
      }
      return try printLine(JSONText.array(objects).text)
    }
    let rows = StopPolicy.entries.map {
      [$0.name, $0.parameters.map(\.name).joined(separator: ", "), $0.summary, $0.source]
    }
    try printLine(TextTable(["policy", "parameters", "what it does", "source"], rows).text)
  }
}
