import Chat
import CommandLineKit
import CorpusFormats
import Experiments
import Store

struct PAN12: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pan12",
    abstract: "Answer PAN-2012's problems on a corpus, in its submission formats.",
    discussion: """
      Problem 1, who: the authors, one a line. Problem 2, which lines: conversation, tab, number of
      the message. A conversation counts where the model's policy raises an alert; its suspect is the
      author whom the model scores highest.

      With --truth the answers are scored on standard output, F0.5 over authors or F3 over messages,
      beside what was published in 2012; everything that the file lists counts.
      """)

  @Option(help: "The model that 'train' wrote.") var model: String
  @Option(help: "The corpus.") var corpus: String
  @Option(help: "One split of it; all of it without this.") var split: String?
  @Option(help: "1: the authors; 2: their messages.") var problem: Int
  @Option(help: "Where the answers go.") var output: String = "-"
  @Option(help: "The truth file of the problem, to score the answers.") var truth: String?
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if !(1...2).contains(problem) {
      throw ValidationError("--problem is \(problem); expected 1 or 2.")
    }
    if truth != nil, output == "-" {
      throw ValidationError("--truth prints the score: --output needs a path.")
    }
    let known = Split.allCases.map(\.rawValue)
    if let split, !known.contains(split) {
      let hint = nearest(to: split, among: known).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "The value '\(split)' is invalid for '--split'.\(hint) "
          + "Known: \(known.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let truth = try truth.map { try listed($0) }
    var answers = PANAnswers(try ModelFile(path: model))
    let workbench = try Workbench.existing(at: common.databasePath)
    var file = try FileOutput(path: output)
    var line = ProgressLine("Reading", unit: "conversations", quiet: common.isQuiet)
    defer { line.finish() }
    try workbench.readChunks(
      corpus: corpus, split: split.flatMap(Split.init(rawValue:)), maximumTextBytes: 1 << 20
    ) { chunk in
      try Interruption.check()
      answers.observe(chunk)
      line.advance(by: chunk.conversations.count)
    }
    line.finish()
    try file.write((problem == 1 ? answers.firstProblem : answers.secondProblem).utf8)
    try file.commit()
    common.note(
      "\(grouped(answers.alerts)) conversations alert; \(grouped(answers.predators.count)) authors, "
        + "\(grouped(answers.lines.count)) messages.")
    if let truth {
      let score = PANScore(answers, truth: truth)
      try printLine(common.wantsJSON ? score.json.text : String(score.text.dropLast()))
    }
  }

  /// What a truth file lists.
  ///
  /// - Throws: `FormatError`, also where it is the file of the other problem.
  private func listed(_ path: String) throws -> PAN2012.TruthList {
    let truth = try PAN2012.truth(path: path)
    switch (truth, problem) {
    case (.authors, 1), (.lines, 2): return truth
    default:
      throw FormatError(
        file: path, line: 1, reason: "the truth of another problem; expected that of \(problem)")
    }
  }
}
