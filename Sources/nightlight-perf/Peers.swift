import Benchmarking
import Chat
import CommandLineKit
import CorpusGeneration
import Experiments
import Foundation
import Plotting

/// `nightlight-perf peers`: the same corpora through what users would pick instead.
struct Peers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract: "Train and score the same corpus with Nightlight and with its peers, in turn.",
    discussion: """
      The peers are scikit-learn, fastText, Vowpal Wabbit, LIBLINEAR and LightGBM, as far as the given
      Python can import them; 'make bench-peers' installs them all. Every contestant is a process of
      its own on one thread. Ratios are formed block by block; brackets hold their quartiles.

      --page writes PEERS.md with its pictures and peers.json into a folder; --from makes the page,
      or prints the tables, from such a file and runs nothing.
      """)

  @Option(help: "The recipe that the corpus is generated from.")
  var recipe: String = "Datasets/recipes/everyday.json"
  @Option(help: "How many conversations the corpus has.") var conversations: Int = 10_000
  @Option(help: "How often each contestant runs.") var blocks: Int = 3
  @Option(help: "The seed of the corpus and of the order of contestants.") var seed: Int = 1
  @Option(help: "A Python with the peers.") var python: String = "python3"
  @Option(help: "The script that runs one of them.")
  var script: String = "Datasets/benchmarks/peers.py"
  @Option(help: "The folder that the page is written to.") var page: String?
  @Option(help: "A file of results, instead of a run.") var from: String?
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if conversations < 100 { throw ValidationError("--conversations must be at least 100.") }
    if blocks < 1 { throw ValidationError("--blocks must be at least 1.") }
    if seed < 0 { throw ValidationError("--seed must not be negative.") }
  }

  func run() throws {
    let results = try from.map { try PeerResults(path: $0) } ?? measure()
    if let page { try write(results, to: page) }
    try printLine(
      common.wantsJSON
        ? String(decoding: try results.encoded().dropLast(), as: UTF8.self)
        : PeerTables(results: results).text)
  }

  private func measure() throws -> PeerResults {
    guard !MachineEnvironment.isDebugBuild else { throw ComparisonError.debugBuild }
    try BarrierTest.check()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let generator = try Generator(
      recipe: recipe, seed: UInt64(seed), conversations: conversations)
    common.note("Generating \(grouped(generator.count)) conversations …")
    let corpus = try PeerCorpus(generator, folder: folder)
    let (lineup, notes) = try PeerLineup.found(
      python: python, script: script, seed: UInt64(seed))
    let logs = lineup.map { _ in PeerLineup.Log() }
    var line = ProgressLine(
      "Measuring", unit: "runs", total: lineup.count * blocks, quiet: common.isQuiet)
    _ = try InterleavedComparison(blocks: blocks, warmUpBlocks: 0, seed: UInt64(seed)).run(
      zip(lineup, logs).map { member, log in
        Contestant(
          member.name, expecting: corpus.conversations(.test),
          selfTimed: { try member.run(corpus, scores: folder.file("scores"), log) })
      }
    ) {
      try Interruption.check()
      line.advance()
    }
    line.finish()
    return PeerResults(
      command: command,
      environment: Dictionary(
        MachineEnvironment.current.properties.map { ($0.name, $0.value) }
      ) { $1 },
      corpus: PeerResults.Corpus(
        recipe: generator.name, seed: seed, bytes: corpus.bytes,
        conversations: PeerCorpus.splits.map(corpus.conversations),
        messages: PeerCorpus.splits.map(corpus.messages)),
      blocks: blocks,
      standings: zip(lineup, logs).compactMap { member, log in
        log.quality.map {
          PeerResults.Standing(
            name: member.name, isOurs: member.isOurs, quality: $0, outcomes: log.outcomes)
        }
      }, notes: notes)
  }

  /// How to make the same again.
  private var command: String {
    "make bench-peers CONVERSATIONS=\(conversations) BLOCKS=\(blocks) SEED=\(seed)"
  }

  private func write(_ results: PeerResults, to folder: String) throws {
    // Pictures first: without gnuplot no page points at what is not there.
    for plot in PeerPlots(results: results).all {
      try Gnuplot().write(plot, to: "\(folder)/\(plot.name).svg")
    }
    for (name, bytes) in [
      ("peers.json", try results.encoded()),
      ("PEERS.md", Array(PeerPage(results: results).markdown.utf8)),
    ] {
      var file = try FileOutput(path: "\(folder)/\(name)")
      try file.write(bytes)
      try file.commit()
    }
    common.note("Wrote \(folder)/PEERS.md.")
  }
}
