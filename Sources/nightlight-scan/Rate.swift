import Chat
import CommandLineKit
import CorpusFormats
import Experiments

struct Rate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate", abstract: "Rate conversations: JSONL in, one rating a line out.",
    discussion: """
      Reads canonical JSONL from standard input and writes, in the same order, id, score, rating
      (0 to 10), alert, the message that raised it and the evidence. Labels and other truth in the
      input are ignored, and no id is remembered: memory does not grow with the input.
      """)

  @Option(help: "The model that 'train' wrote.") var model: String
  @Flag(help: "Skip bad lines and report each.") var lenient = false
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let rater = Rater(try ModelFile(path: model))
    var output = try FileOutput(path: "-")
    var line = ProgressLine("Rating", unit: "conversations", quiet: common.isQuiet)
    defer { line.finish() }
    var alerts = 0
    let options = JSONL.Options(
      isLenient: lenient, ignoresTruth: true, refusesRepeatedIDs: false)
    let summary = try JSONL.read(path: "-", options: options, maximumTextBytes: 1 << 20) { chunk in
      try Interruption.check()
      for rating in try rater.rate(chunk) {
        alerts += rating.alertMessage == nil ? 0 : 1
        try output.write((rating.json.text + "\n").utf8)
      }
      try output.flush()
      line.advance(by: chunk.conversations.count)
      chunk.removeAll()
    }
    line.finish()
    for skipped in summary.skipped { common.note("skipped \(skipped)") }
    common.note(
      "\(grouped(summary.conversations)) conversations, \(grouped(alerts)) alerts. "
        + "A rating is a reason for a trained human to look, never a verdict.")
  }
}
