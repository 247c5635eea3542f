import Benchmarking
import CommandLineKit
import CorpusGeneration
import Experiments

/// `nightlight-perf measure`: every figure of one interleaved run, with its ratio to a limit.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract:
      "Time reading, generating, storing, training and scoring beside the machine's limits.",
    discussion: """
      Everything runs in blocks, each contestant once per block in a seeded random order, and every
      sample verifies its answer. Ratios are formed block by block; brackets hold their quartiles.
      A ratio above 1 says that Nightlight is faster, unless its gate is an upper bound. Only ratios
      within one run compare. Before anything is measured, twice the work must take twice the time.
      """)

  @Option(help: "The recipe that the inputs are generated from.")
  var recipe: String = "Datasets/recipes/everyday.json"
  @Option(help: "How many conversations the inputs have.") var conversations: Int = 10_000
  @Option(help: "How many samples each figure has.") var blocks: Int = 5
  @Option(help: "The seed of the inputs and of the order of samples.") var seed: Int = 1
  @Option(
    help:
      "A Python with orjson, scikit-learn, fastText or vowpalwabbit, to measure these in the same run."
  )
  var peers: String?
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if conversations < 100 { throw ValidationError("--conversations must be at least 100.") }
    if blocks < 1 { throw ValidationError("--blocks must be at least 1.") }
    if seed < 0 { throw ValidationError("--seed must not be negative.") }
  }

  func run() throws {
    do {
      try measure()
    } catch is Interrupted {
      // A run in pieces would not be interleaved, so nothing is kept to go on from.
      common.note("Interrupted; no figure was kept.")
      throw ExitCode.interrupted
    }
  }

  private func measure() throws {
    // Refused here already, before minutes of preparation.
    guard !MachineEnvironment.isDebugBuild else { throw ComparisonError.debugBuild }
    try BarrierTest.check()
    let generator = try Generator(
      recipe: recipe, seed: UInt64(seed), conversations: conversations)
    let folder = try TemporaryFolder()
    defer { folder.remove() }

    common.note("Generating \(generator.count) conversations and training on them …")
    let inputs = try MeasurementInputs(generator, folder: folder, seed: UInt64(seed))
    let pythons = Pythons(peers: peers)
    let comparison = InterleavedComparison(
      blocks: blocks, warmUpBlocks: 1, seed: UInt64(seed))
    var suite = MeasurementSuite(warmUpBlocks: comparison.warmUpBlocks)
    try suite.addLimits(inputs, pythons)
    try suite.addReading(inputs, pythons)
    try suite.addGeneration(inputs)
    try suite.addStorage(inputs, pythons)
    suite.addTraining(inputs, pythons)
    suite.addMemory(inputs, pythons)
    try suite.addScoring(inputs, pythons)

    var line = ProgressLine(
      "Measuring", unit: "samples", total: suite.contestants.count * (blocks + 1),
      quiet: common.isQuiet)
    let result = try comparison.run(suite.contestants) {
      try Interruption.check()
      line.advance()
    }
    line.finish()
    let report = MeasurementReport(
      environment: .current, conversations: inputs.conversationCount,
      messages: inputs.messageCount, bytes: inputs.fileBytes, blocks: blocks,
      lines: suite.lines(of: result), notes: pythons.notes + suite.notes)
    try printLine(common.wantsJSON ? report.json.text : report.text)
  }
}
