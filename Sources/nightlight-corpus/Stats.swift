import Chat
import CommandLineKit
import Experiments
import Store

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count a corpus by split, label and kind.")

  @Argument(help: "The corpus.") var name: String
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let corpus = try workbench.corpus(named: name)
    let statistics = try CorpusStatistics(workbench, corpus: name)
    if common.wantsJSON { return try printLine(json(corpus, statistics).text) }
    let rows =
      statistics.parts + statistics.kinds.map { ("kind " + $0.name, $0.group) }
      + [("all", statistics.total)]
    let table = TextTable(
      ["part", "conversations", "messages", "median length", "words a message"],
      right: [1, 2, 3, 4],
      rows.map { name, group in
        [
          name, grouped(group.conversations), grouped(group.messages),
          group.medianLength.map(grouped) ?? "—",
          group.wordsPerMessage.map { decimals($0, 2) } ?? "—",
        ]
      })
    if let derivation = corpus.derivation {
      try printLine("Derived from \(derivation.sentence).\n")
    }
    try printLine(table.text)
    guard !statistics.kinds.isEmpty else { return }
    let signs = TextTable(
      ["sign"] + statistics.kinds.map { $0.name + " ‰" },
      right: Array(1...statistics.kinds.count),
      Sign.allCases.map { sign in
        [sign.rawValue]
          + statistics.kinds.map {
            let share = Double($0.group.signs[sign] ?? 0) / Double(max(1, $0.group.messages))
            return decimals(1000 * share, 2)
          }
      })
    try printLine("\nMessages with a sign, per thousand:\n" + signs.text)
  }

  private func json(_ corpus: CorpusRecord, _ statistics: CorpusStatistics) -> JSONText {
    func object(_ group: CorpusStatistics.Group) -> JSONText {
      .object([
        ("conversations", .integer(group.conversations)), ("messages", .integer(group.messages)),
        ("median_length", .optional(group.medianLength)),
        ("words_per_message", .optional(group.wordsPerMessage)),
        (
          "signs",
          .object(Sign.allCases.map { ($0.rawValue, .integer(group.signs[$0] ?? 0)) })
        ),
      ])
    }
    return .object([
      ("corpus", corpus.json), ("all", object(statistics.total)),
      ("parts", .object(statistics.parts.map { ($0.name, object($0.group)) })),
      ("kinds", .object(statistics.kinds.map { ($0.name, object($0.group)) })),
    ])
  }
}
