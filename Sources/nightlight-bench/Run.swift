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
  @Option(
    help: """
      Detectors, or 'all': the built-in ones and the controls. One from elsewhere is named by its
      manifest, or given as the manifest's path.
      """)
  var detectors: WordList = WordList(["all"])
  @Option(help: "Stop policies.") var policies: WordList = WordList(["threshold"])
  @Option(help: "Views: what may be read.") var views: WordList = WordList(["full"])
  @Option(help: "Largest recall within this false-alarm rate, instead of the largest F1.")
  var budget: Double?
  @Option(help: "The seed of training.") var seed: UInt64 = 1
  @Option(name: "repeat", help: "How many seeds, from --seed on.") var repeats: Int = 1
  @Option(help: "The splits to score.") var split: WordList = WordList(["test"])
  @OptionGroup var folder = DetectorFolder()
  @OptionGroup var log = DetectorLog()
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    if detectors.words != ["all"] {
      let builtIn = ExperimentRunner.allDetectors
      let others = WordList(
        detectors.words.filter { builtIn.contains($0) || folder.manifestPath(of: $0) == nil })
      try others.check("--detectors", among: ["all"] + builtIn + folder.names())
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
    let builtIn = ExperimentRunner.allDetectors
    var names: [String] = []
    var externals: [ExternalManifest] = []
    for word in detectors.words {
      if word == "all" {
        names += builtIn
      } else if !builtIn.contains(word), let manifest = try folder.manifest(word) {
        names.append(manifest.name)
        externals.append(manifest)
      } else {
        names.append(word)
      }
    }
    var plan = RunPlan(
      corpus: corpus, detectors: names,
      policies: policies.words, views: views.words.compactMap(View.init(rawValue:)),
      splits: split.words.compactMap(Split.init(rawValue:)),
      objective: budget.map { .falseAlarmRate($0) } ?? .f1, seed: seed, repeats: repeats)
    plan.externals = externals
    if !externals.isEmpty { plan.echo = folder.echo() }
    let workbench = try Workbench.existing(at: common.databasePath)
    try RunSession(common, log: log).run(plan, in: workbench)
  }
}
