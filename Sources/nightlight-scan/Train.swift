import CommandLineKit
import Detection
import Experiments
import Store

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model on a corpus.",
    discussion: """
      The policy is fitted on the corpus's validation split. With --running-sums the model remembers
      two numbers of each conversation, 16 bytes, and no words: for streams of a million open
      conversations. A linear model then counts every repetition of a word in full.
      """)

  @Option(help: "The corpus.") var corpus: String
  @Option(help: "The detector.") var detector: String = "ensemble"
  @Option(help: "The stop policy.") var policy: String = "threshold"
  @Option(help: "What the detector may read.") var view: String = View.full.rawValue
  @Flag(help: "Keep 16 bytes of each conversation; for detectors that are sums over words.")
  var runningSums = false
  @Option(help: "Largest recall within this false-alarm rate, instead of the largest F1.")
  var budget: Double?
  @Option(help: "The seed of training.") var seed: UInt64 = 1
  @Option(help: "Where the model goes.") var output: String
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    let known = DetectorCatalogue.entries.map(\.name)
    try check(detector, "--detector", known)
    try check(policy, "--policy", PolicyFitting.names)
    let views = DetectorCatalogue.entries.first { $0.name == detector }?.views ?? []
    try check(view, "--view", views.map(\.rawValue))
    if runningSums {
      try check(detector, "--detector", RunningSumDetector.names)
      try check(view, "--view", [View.full.rawValue])
    }
    if let budget, !(budget > 0 && budget < 1) {
      throw ValidationError("--budget is \(budget); expected a rate between 0 and 1.")
    }
  }

  private func check(_ word: String, _ option: String, _ known: [String]) throws {
    guard !known.contains(word) else { return }
    let hint = nearest(to: word, among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "The value '\(word)' is invalid for '\(option)'.\(hint) "
        + "Known: \(known.joined(separator: ", ")).")
  }

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    var file = try FileOutput(path: output)
    let model = try ModelTraining.train(
      detector, policy: policy, objective: budget.map { .falseAlarmRate($0) } ?? .f1,
      view: View(rawValue: view) ?? .full, keepsRunningSums: runningSums, corpus: corpus,
      seed: seed, in: workbench,
      checkpoint: { try Interruption.check() })
    try file.write(try model.encoded())
    try file.commit()
    common.note("Trained \(detector) on '\(corpus)'; \(model.header.policyText).")
  }
}
