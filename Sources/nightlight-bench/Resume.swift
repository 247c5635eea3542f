import CommandLineKit
import Detection
import Experiments
import Store

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with runs that were cut off.")

  @Argument(help: "The run's number; without it, every run that is not done.") var number: Int?
  @OptionGroup var folder = DetectorFolder()
  @OptionGroup var log = DetectorLog()
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let open: [RunRecord]
    if let number {
      let run = try workbench.run(id: number)
      guard !run.status.isFinished else {
        throw ExperimentError.nothingToResume("run \(number) is \(run.status.rawValue)")
      }
      open = [run]
    } else {
      open = try workbench.runs().filter { !$0.status.isFinished }
    }
    guard !open.isEmpty else { return common.note("No run was cut off.") }
    for run in open {
      if run.detectorKind == .imported {
        common.note(
          "Run \(run.id) was imported; give its file to 'nightlight-bench import-run' again.")
        continue
      }
      var plan = RunPlan(
        corpus: run.corpus, detectors: [run.detector], policies: [run.policy],
        views: [View(rawValue: run.view)].compactMap(\.self), splits: [run.split],
        objective: PolicyFitting.Objective(text: run.objective),
        seed: run.seed)
      if run.detectorKind == .external {
        guard let manifest = try folder.manifest(run.detector) else {
          common.note("Run \(run.id): no manifest '\(run.detector)' in \(folder.path).")
          continue
        }
        (plan.externals, plan.echo) = ([manifest], folder.echo())
      }
      try RunSession(common, log: log).run(plan, in: workbench)
    }
  }
}
