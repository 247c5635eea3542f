import Chat
import CommandLineKit
import CorpusGeneration
import Experiments
import Store

/// The kinds of noise as words of a command line.
struct NoiseKind: ExpressibleByArgument {
  var kind: Perturbation.Kind

  init?(argument: String) {
    guard let kind = Perturbation.Kind(rawValue: argument) else { return nil }
    self.kind = kind
  }

  static var allValueStrings: [String] { Perturbation.Kind.allCases.map(\.rawValue) }
}

/// `test,test-iid`: splits that noise may be put on.
struct NoisySplits: ExpressibleByArgument {
  var splits: [Split]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    splits = words.compactMap { Split(rawValue: String($0)) }
      .filter(CorpusPerturbation.splits.contains)
    if splits.count != words.count { return nil }
  }
}

struct Perturb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perturb", abstract: "Derive a corpus whose test splits carry noise.",
    discussion: """
      A test of what a detector can bear. Train and validation are copied as they are; a run on the
      derived corpus trains on clean text and is tested on noisy text. What happens to a message
      depends on the seed, the conversation's id and the message's number alone, never on its label.

      Levels: typos, homoglyphs (share of letters), elongation (of words), spacing (of blanks),
      emoji, split-merge and drop (of messages), from 0 to 1; case lower, upper or random;
      time-jitter in minutes; anonymise ids or names; padding in ordinary turns of other
      conversations put before the first message.

      The content gate runs again: a message that it refuses goes without its noise, and is counted.
      """)

  @Argument(help: "The corpus that is read.") var corpus: String
  @Option(help: "What kind of noise.") var kind: NoiseKind
  @Option(help: "How much of it.") var level: String
  @Option(help: "The seed of the noise.") var seed: UInt64 = 1
  @Option(help: "The test splits that it is put on, such as test,test-iid; default: all.")
  var splits: NoisySplits?
  @Option(help: "The derived corpus's name; default: CORPUS-KIND-LEVEL.") var name: String?
  @Option(help: "Write canonical JSONL to this file ('-': standard output).") var output: String?
  @Option(help: "The locale of conversations that name none.") var locale: String = "en"
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    let kind = kind.kind
    if Perturbation(kind, level: level) == nil {
      throw ValidationError("--level is '\(level)'; \(kind.rawValue) takes \(kind.expectedLevel).")
    }
    if output != nil, name != nil {
      throw ValidationError(
        "--name names a corpus of the database; --output writes a file instead.")
    }
    if output == "-", common.wantsJSON {
      throw ValidationError("--json and --output - both write to standard output.")
    }
  }

  func run() throws {
    guard let noise = Perturbation(kind.kind, level: level, seed: seed) else { return }
    let workbench = try Workbench.existing(at: common.databasePath)
    let origin = try workbench.corpus(named: corpus)
    let work = CorpusPerturbation(
      noise, of: corpus, splits: splits?.splits ?? CorpusPerturbation.splits, locale: locale)
    var line = ProgressLine(
      "Perturbing", unit: "conversations", total: origin.conversations, quiet: common.isQuiet)
    defer { line.finish() }
    if let output {
      var file = try FileOutput(path: output)
      let counts = try work.writeLines(from: workbench) { lines, count in
        try file.write(lines)
        try Interruption.check()
        line.advance(by: count)
      }
      try file.commit()
      line.finish()
      return try report(nil, counts)
    }
    let (derived, counts) = try work.store(
      in: workbench, name: name ?? "\(corpus)-\(noise.name)"
    ) { count in
      try Interruption.check()
      line.advance(by: count)
    }
    line.finish()
    try report(derived, counts)
  }

  /// Says what was done: JSON on standard output, or notes.
  private func report(_ derived: CorpusRecord?, _ counts: PerturbationCounts) throws {
    if common.wantsJSON {
      let noise: JSONText = .object([
        ("conversations", .integer(counts.conversations)),
        ("messages_before", .integer(counts.messagesBefore)),
        ("messages_after", .integer(counts.messagesAfter)),
        ("messages_changed", .integer(counts.changed)),
        ("refused_draws", .integer(counts.refusedDraws)),
        ("conversations_restored", .integer(counts.restored)),
      ])
      return try printLine(JSONText.object((derived?.members ?? []) + [("noise", noise)]).text)
    }
    try derived?.report(common)
    common.note(
      "Noise on \(grouped(counts.conversations)) conversations: \(grouped(counts.changed)) messages "
        + "changed, \(grouped(counts.messagesBefore)) before and \(grouped(counts.messagesAfter)) "
        + "after. The content gate refused \(grouped(counts.refusedDraws)) draws; "
        + "\(grouped(counts.restored)) conversations stayed as they were.")
  }
}
