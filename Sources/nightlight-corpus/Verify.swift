import Chat
import CommandLineKit
import CorpusGeneration
import Experiments
import Store

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a corpus against the content rules.",
    discussion: "Names conversation, message and rule of every hit, never the text; exit status 3.")

  @Argument(help: "The corpus.") var name: String
  @Option(help: "The locale of conversations that name none.") var locale: String = "en"
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let corpus = try workbench.corpus(named: name)
    var gates: [String: ContentGate] = [:]
    var rules: [String: Int] = [:]
    var conversations = 0
    var line = ProgressLine(
      "Checking", unit: "conversations", total: corpus.conversations, quiet: common.isQuiet)
    defer { line.finish() }
    try workbench.readChunks(corpus: name, split: nil, maximumTextBytes: 4 << 20) { chunk in
      try Interruption.check()
      for (index, conversation) in chunk.conversations.enumerated() {
        let locale = conversation.locale ?? locale
        let gate = try gates[locale] ?? ContentGate(locale: locale)
        gates[locale] = gate
        let hits = gate.hits(chunk, conversation: index)
        if !hits.isEmpty { conversations += 1 }
        for hit in hits {
          rules[hit.rule, default: 0] += 1
          if !common.wantsJSON {
            try printLine("\(name)/\(conversation.id):\(hit.message): \(hit.rule)")
          }
        }
      }
      line.advance(by: chunk.conversations.count)
    }
    line.finish()
    let hits = rules.values.reduce(0, +)
    if common.wantsJSON {
      let counts = rules.sorted { $0.key < $1.key }.map { ($0.key, JSONText.integer($0.value)) }
      try printLine(
        JSONText.object([
          ("corpus", .string(name)), ("messages", .integer(corpus.messages)),
          ("hits", .integer(hits)), ("conversations_with_hits", .integer(conversations)),
          ("rules", .object(counts)),
        ]).text)
    }
    common.note(
      "\(grouped(hits)) hits in \(grouped(corpus.messages)) messages "
        + "(\(grouped(conversations)) of \(grouped(corpus.conversations)) conversations).")
    if hits > 0 { throw ExitCode.invalidContent }
  }
}
