import CommandLineKit
import CorpusGeneration
import Experiments
import Store

/// `1/7`: which part of a corpus, and of how many.
struct Shard: ExpressibleByArgument {
  var number: Int
  var total: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let total = Int(parts[1]),
      total >= 1, (1...total).contains(number)
    else { return nil }
    (self.number, self.total) = (number, total)
  }
}

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Generate a corpus from a recipe.",
    discussion: """
      Without --output the corpus goes into the database. The bytes depend on the recipe and the seed
      alone, not on threads or shards; shards written in order and joined equal the whole.
      """)

  @Option(help: "The recipe, a JSON file.") var recipe: String
  @Option(help: "The seed, instead of the recipe's.") var seed: UInt64?
  @Option(help: "How many relationships, instead of the recipe's.") var conversations: Int?
  @Option(help: "Only this part, such as 1/4.") var shard: Shard?
  @Option(help: "The corpus's name in the database; default: the recipe's.") var name: String?
  @Option(help: "Write canonical JSONL to this file ('-': standard output).") var output: String?
  @Option(help: "How many threads; default: one per core.") var threads: Int?
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    if let conversations, conversations < 1 {
      throw ValidationError("--conversations is \(conversations); expected at least 1.")
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads is \(threads); expected 1 to 256.")
    }
    if output != nil, name != nil {
      throw ValidationError(
        "--name names a corpus of the database; --output writes a file instead.")
    }
    if shard != nil, output == nil {
      throw ValidationError("--shard needs --output: a corpus of the database is whole.")
    }
  }

  func run() throws {
    let generator = try Generator(recipe: recipe, seed: seed, conversations: conversations)
    let work = CorpusGenerationWork(
      generator, shard: shard?.number ?? 1, of: shard?.total ?? 1,
      threads: threads ?? availableThreads)
    var line = ProgressLine(
      "Generating", unit: "conversations", total: work.range.count, quiet: common.isQuiet)
    defer { line.finish() }
    if let output {
      var file = try FileOutput(path: output)
      try work.writeLines { lines, count in
        try file.write(lines)
        try Interruption.check()
        line.advance(by: count)
      }
      try file.commit()
      return
    }
    let workbench = try Workbench(path: common.databasePath)
    let corpus = try work.store(in: workbench, name: name ?? generator.name) { count in
      try Interruption.check()
      line.advance(by: count)
    }
    line.finish()
    try corpus.report(common)
  }
}
