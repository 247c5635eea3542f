import CommandLineKit
import Experiments
import Store

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the corpora of the database.")

  @OptionGroup var common = CommonOptions()

  func run() throws {
    let corpora = try Workbench(path: common.databasePath).corpora()
    if common.wantsJSON {
      return try printLine(JSONText.array(corpora.map(\.json)).text)
    }
    guard !corpora.isEmpty else { return common.note("No corpus in \(common.databasePath).") }
    let table = TextTable(
      ["name", "source", "conversations", "messages", "content", "derived from"], right: [2, 3],
      corpora.map {
        [
          $0.name, $0.source, grouped($0.conversations), grouped($0.messages),
          String($0.contentSHA256.prefix(12)),
          $0.derivation.map { "\($0.parent) by \($0.kind)" } ?? "—",
        ]
      })
    try printLine(table.text)
  }
}
