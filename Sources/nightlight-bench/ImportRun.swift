import Chat
import CommandLineKit
import Experiments
import Store

struct ImportRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-run", abstract: "Take results that were made elsewhere as a run.",
    discussion: """
      One conversation a line: {"conversation":"c000001","score":0.71,"alert_message":14}, where
      messages count from 1 and null is no alert; optional "authors":{"a":0.9} and
      "messages":[0.1,…]. Every conversation of the split exactly once, else nothing is kept.
      The lines of 'nightlight-scan rate' are such results: so is a model tried on another corpus.
      Such a run is marked as self-reported.
      """)

  @Argument(help: "The results, JSON lines; '-' is standard input.") var file: String
  @Option(help: "The corpus.") var corpus: String
  @Option(help: "The detector's name in tables.") var name: String
  @Option(help: "The split that was scored.") var split: String = "test"
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    let known = Split.allCases.map(\.rawValue).filter { $0.hasPrefix("test") }
    guard known.contains(split) else {
      throw ValidationError(
        "The value '\(split)' is invalid for '--split'. Known: \(known.joined(separator: ", ")).")
    }
    guard !name.isEmpty, !name.contains(where: { $0.isNewline }) else {
      throw ValidationError("--name is empty; expected a name for tables.")
    }
    guard !ExperimentRunner.allDetectors.contains(name) else {
      throw ValidationError("--name '\(name)' is that of a built-in detector; give another one.")
    }
  }

  func run() throws {
    guard let split = Split(rawValue: split) else { return }
    let workbench = try Workbench.existing(at: common.databasePath)
    let run = try RunImport(workbench, corpus: corpus, split: split, name: name).store(path: file)
    common.note("Run \(run.id): \(name) on \(corpus) / \(split.rawValue), self-reported.")
    if common.wantsJSON {
      try printLine(run.json(metrics: workbench.metrics(run: run.id)).text)
    }
  }
}
