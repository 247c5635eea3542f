import Benchmarking
import Chat
import CommandLineKit
import CorpusGeneration
import Detection
import Experiments

/// `nightlight-perf growth`: what a message costs early and late in a conversation, per detector.
struct Growth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "Time one message at position 10, 100, 1,000 and 10,000 of a conversation.",
    discussion: """
      Every built-in detector is trained on a generated corpus and reads one conversation of 10,020
      messages again and again, all detectors in turn. The same twenty messages stand at each
      position; the ratio of the last to the first should be near 1.
      """)

  @Option(help: "The recipe that the inputs are generated from.")
  var recipe: String = "Datasets/recipes/everyday.json"
  @Option(help: "How many conversations the detectors are trained on.")
  var conversations: Int = 600
  @Option(help: "How often each detector reads the long conversation.") var blocks: Int = 15
  @Option(help: "The seed of the inputs and of the order of detectors.") var seed: Int = 1
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if conversations < 100 { throw ValidationError("--conversations must be at least 100.") }
    if blocks < 1 { throw ValidationError("--blocks must be at least 1.") }
    if seed < 0 { throw ValidationError("--seed must not be negative.") }
  }

  func run() throws {
    guard !MachineEnvironment.isDebugBuild else { throw ComparisonError.debugBuild }
    let generator = try Generator(
      recipe: recipe, seed: UInt64(seed), conversations: conversations)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.file("corpus.jsonl")
    _ = try GeneratedFile(generator, path: path, threads: availableThreads)
    let chunks = try MeasurementInputs.read(path)
    let conversation = LongConversation(chunks)
    var curves: [GrowthCurve] = []
    for entry in DetectorCatalogue.entries {
      try Interruption.check()
      common.note("Training \(entry.name) …")
      let detector = try MeasurementInputs.train(entry.name, on: path, seed: UInt64(seed))
      curves.append(GrowthCurve(detector, conversation))
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
    if common.wantsJSON {
      return try printLine(JSONText.array(curves.map(\.json)).text)
    }
    let heads =
      ["detector"] + LongConversation.positions.map { "at \(grouped($0)), ns" }
      + ["10,000 / 10", "state cap, bytes"]
    let table = TextTable(heads, right: Array(1..<heads.count), curves.map(\.cells))
    try printLine(table.text)
  }
}
