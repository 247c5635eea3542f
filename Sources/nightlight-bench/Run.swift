import Chat
import CommandLineKit
import Detection
import Experiments
import Store

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Train, fit and score detectors on a corpus.",
    discussion: """
      Thresholds and policy parameters are fitted on validation, never on the split that is scored.
      A run that was cut off goes on where it stopped; one that is done is reused.
      """)

  @Option(help: "The corpus.") var corpus: String
  @Option(help: "Detectors, or 'all': the built-in ones and the controls.")
  var detectors: WordList = WordList(["all"])
  @Option(help: "Stop policies.") var policies: WordList = WordList(["threshold"])
  @Option(help: "Views: what may be read.") var views: WordList = WordList(["full"])
  @Option(help: "Largest recall within this false-alarm rate, instead of the largest F1.")
  var budget: Double?
  @Option(help: "The seed of training.") var seed: UInt64 = 1
  @Option(name: "repeat", help: "How many seeds, from --seed on.") var repeats: Int = 1
  @Option(help: "The splits to score.") var split: WordList = WordList(["test"])
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    if detectors.words != ["all"] {
      try detectors.check("--detectors", among: ["all"] + ExperimentRunner.allDetectors)
    }
    try policies.check("--policies", among: PolicyFitting.names)
    try views.check("--views", among: View.allCases.map(\.rawValue))
    try split.check("--split", among: Split.allCases.map(\.rawValue))
    if split.words.contains("train") || split.words.contains("validation") {
      throw ValidationError(
        "--split names a split that detectors learn from; expected test or test-….")
    }
    if let budget, !(budget > 0 && budget < 1) {
      throw ValidationError("--budget is \(budget); expected a rate between 0 and 1.")
    }
    if !(1...1000).contains(repeats) {
      throw ValidationError("--repeat is \(repeats); expected 1 to 1000.")
    }
  }

  func run() throws {
    let plan = RunPlan(
      corpus: corpus,
      detectors: detectors.words == ["all"] ? ExperimentRunner.allDetectors : detectors.words,
      policies: policies.words, views: views.words.compactMap(View.init(rawValue:)),
      splits: split.words.compactMap(Split.init(rawValue:)),
      objective: budget.map { .falseAlarmRate($0) } ?? .f1, seed: seed, repeats: repeats)
    let workbench = try Workbench.existing(at: common.databasePath)
    try RunSession(common).run(plan, in: workbench)
  }
}
