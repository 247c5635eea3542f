import Chat
import CommandLineKit
import Evaluation
import Experiments
import Store

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Compute a run's metrics again from its stored predictions.")

  @Argument(help: "The run's number.") var number: Int
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let record = try workbench.run(id: number)
    guard record.status.isFinished else {
      throw ExperimentError.nothingToResume(
        "run \(number) is \(record.status.rawValue), not done; its predictions are incomplete")
    }
    let metrics = MetricSuite.evaluate(try workbench.evaluated(run: number, split: record.split))
    try workbench.save(metrics, run: number, version: MetricSuite.version)
    common.note("Scored run \(number) again, metric version \(MetricSuite.version).")
    if common.wantsJSON { try printLine(record.json(metrics: metrics).text) }
  }
}
