import CommandLineKit
import Detection
import Experiments
import Store

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with runs that were cut off.")

  @Argument(help: "The run's number; without it, every run that is not done.") var number: Int?
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let open: [RunRecord]
    if let number {
      let run = try workbench.run(id: number)
      guard run.status != .done else {
        throw ExperimentError.nothingToResume("run \(number) is done")
      }
      open = [run]
    } else {
      open = try workbench.runs().filter { $0.status != .done }
    }
    guard !open.isEmpty else { return common.note("No run was cut off.") }
    for run in open {
      let plan = RunPlan(
        corpus: run.corpus, detectors: [run.detector], policies: [run.policy],
        views: [View(rawValue: run.view)].compactMap(\.self), splits: [run.split],
        objective: PolicyFitting.Objective(text: run.objective),
        seed: run.seed)
      try RunSession(common).run(plan, in: workbench)
    }
  }
}
