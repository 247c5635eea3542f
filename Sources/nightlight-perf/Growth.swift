import Benchmarking
import Chat
import CommandLineKit
import CorpusGeneration
import Detection
import Experiments

/// `nightlight-perf growth`: what a message costs early and late in a conversation, per detector, and
/// what a corpus costs as it grows.
struct Growth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "Time messages of ever longer conversations, and ever larger corpora.",
    discussion: """
      Every built-in detector is trained on a generated corpus and reads one conversation of 10,020
      messages again and again, all detectors in turn. The same twenty messages stand at each
      position; the ratio of the last to the first should be near 1.

      Then corpora of 1,000 conversations, 10,000 and so on are generated and rated by the built
      tools, in processes of their own: processor time should grow as they do, peak memory not at all.
      """)

  @Option(help: "The recipe that the inputs are generated from.")
  var recipe: String = "Datasets/recipes/everyday.json"
  @Option(help: "How many conversations the detectors are trained on.")
  var conversations: Int = 600
  @Option(help: "The largest corpus, in conversations; 0 leaves corpora out.")
  var largest: Int = 100_000
  @Option(help: "How often each detector reads the long conversation.") var blocks: Int = 15
  @Option(help: "The seed of the inputs and of the order of detectors.") var seed: Int = 1
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if conversations < 100 { throw ValidationError("--conversations must be at least 100.") }
    if largest != 0, !(1_000...10_000_000).contains(largest) {
      throw ValidationError("--largest is \(largest); expected 0, or 1000 to 10000000.")
    }
    if blocks < 1 { throw ValidationError("--blocks must be at least 1.") }
    if seed < 0 { throw ValidationError("--seed must not be negative.") }
  }

  func run() throws {
    guard !MachineEnvironment.isDebugBuild else { throw ComparisonError.debugBuild }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // First, while this process is small: see ChildUsage.
    let corpora = try largest == 0 ? nil : corpusGrowth(folder)
    let curves = try positions(folder)
    if common.wantsJSON {
      return try printLine(
        JSONText.object([
          ("positions", .array(curves.map(\.json))), ("corpora", corpora?.json ?? .null),
        ]).text)
    }
    let heads =
      ["detector"] + LongConversation.positions.map { "at \(grouped($0)), ns" }
      + ["10,000 / 10"] + MeasurementReport.targetHeads + ["state cap, bytes"]
    let table = TextTable(heads, right: Array(1..<heads.count), curves.map(\.cells))
    try printLine(table.text)
    if let corpora { try printLine("\n" + corpora.text) }
  }

  /// Ever larger corpora.
  private func corpusGrowth(_ folder: TemporaryFolder) throws -> CorpusGrowth {
    common.note("Training the model that rates …")
    var growth = try CorpusGrowth(recipe: recipe, seed: seed, folder: folder)
    var size = 1_000
    while size <= largest {
      try Interruption.check()
      common.note("Generating and rating \(grouped(size)) conversations …")
      try growth.measure(conversations: size)
      size *= 10
    }
    return growth
  }

  /// Ever later positions of one conversation.
  private func positions(_ folder: TemporaryFolder) throws -> [GrowthCurve] {
    let generator = try Generator(
      recipe: recipe, seed: UInt64(seed), conversations: conversations)
    let path = folder.file("corpus.jsonl")
    _ = try GeneratedFile(generator, path: path, threads: availableThreads)
    let chunks = try MeasurementInputs.read(path)
    let conversation = LongConversation(chunks)
    var curves: [GrowthCurve] = []
    for entry in DetectorCatalogue.entries {
      try Interruption.check()
      common.note("Training \(entry.name) …")
      let detector = try MeasurementInputs.train(entry.name, on: path, seed: UInt64(seed))
      curves.append(GrowthCurve(detector, entry.name, conversation))
      if let light = try RunningSumDetector(detector, validation: Examples(chunks)) {
        curves.append(GrowthCurve(light, "\(entry.name), running sums", conversation))
      }
    }
    var line = ProgressLine(
      "Measuring", unit: "readings", total: curves.count * blocks, quiet: common.isQuiet)
    for _ in 0..<blocks {
      for index in curves.indices {
        try Interruption.check()
        try curves[index].measure(conversation)
        line.advance()
      }
    }
    line.finish()
    return curves
  }
}
