import CommandLineKit
import Experiments

struct Stream: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", abstract: "Watch a live stream of messages from many conversations.",
    discussion: """
      Reads one JSON object a line, {"conversation","author","time","text"}, from standard input and
      writes a line the moment a conversation's policy fires, once per conversation.
      """)

  @Option(help: "The model that 'train' wrote.") var model: String
  @Option(help: "How many conversations are held at once; the longest silent go first.")
  var capacity: Int = 100_000
  @Flag(help: "Skip bad lines and report each.") var lenient = false
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    if capacity < 1 { throw ValidationError("--capacity is \(capacity); expected at least 1.") }
  }

  func run() throws {
    var rater = StreamRater(try ModelFile(path: model), capacity: capacity)
    var output = try FileOutput(path: "-")
    try rater.observeStandardInput(
      checkpoint: { try Interruption.check() },
      skipped: lenient ? { common.note("skipped \($0)") } : nil,
      alert: { alert in
        try output.write((alert.json.text + "\n").utf8)
        try output.flush()
      })
    common.note(
      "\(grouped(rater.messages)) messages, \(grouped(rater.alerts)) alerts, "
        + "\(grouped(rater.forgotten)) conversations forgotten for lack of room.")
  }
}
