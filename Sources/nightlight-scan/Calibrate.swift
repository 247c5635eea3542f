import Chat
import CommandLineKit
import CorpusFormats
import Detection
import Experiments
import Statistics

struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Set a model's threshold by your own chat, for a wanted alert rate.",
    discussion: """
      Reads canonical JSONL of unlabelled, in the main benign conversations from standard input: one
      day of the platform's own chat, say. The policy's threshold is set so that at most this share of
      them alerts; all else of the model stays. A threshold fitted on synthetic chat does not carry
      over to other chat. Conversations of a locale that the model never saw do not count. Labels in
      the input are ignored, and no text is kept.
      """)

  @Option(help: "The model that 'train' wrote.") var model: String
  @Option(help: "The largest share of conversations that may alert, such as 0.001.")
  var alertRate: Double
  @Option(help: "Where the calibrated model goes; without it, in the place of the model.")
  var output: String?
  @Flag(help: "Skip bad lines and report each.") var lenient = false
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if !(alertRate > 0 && alertRate < 1) {
      throw ValidationError("--alert-rate is \(alertRate); expected a share between 0 and 1.")
    }
  }

  func run() throws {
    var calibration = ModelCalibration(try ModelFile(path: model))
    var file = try FileOutput(path: output ?? model)
    var line = ProgressLine("Reading", unit: "conversations", quiet: common.isQuiet)
    defer { line.finish() }
    let options = JSONL.Options(
      isLenient: lenient, ignoresTruth: true, refusesRepeatedIDs: false)
    let summary = try JSONL.read(path: "-", options: options, maximumTextBytes: 1 << 20) { chunk in
      try Interruption.check()
      calibration.observe(chunk)
      line.advance(by: chunk.conversations.count)
      chunk.removeAll()
    }
    line.finish()
    for skipped in summary.skipped { common.note("skipped \(skipped)") }
    guard calibration.conversations > 0 else {
      throw ExperimentError.nothingToCalibrate(abstained: calibration.abstained)
    }
    let (calibrated, achieved) = try calibration.finish(alertRate: alertRate)
    try file.write(try calibrated.encoded())
    try file.commit()
    try report(calibrated, achieved, abstained: calibration.abstained)
  }

  private func report(_ model: ModelFile, _ achieved: AlertRate, abstained: Int) throws {
    let interval = achieved.interval
    if common.wantsJSON {
      return try printLine(
        JSONText.object([
          ("policy", .string(model.header.policy)),
          ("threshold", .number(model.header.threshold)),
          ("conversations", .integer(achieved.conversations)),
          ("alerts", .integer(achieved.alerts)), ("abstained", .integer(abstained)),
          (
            "interval",
            .array([interval?.low, interval?.high].map { $0.map(JSONText.number) ?? .null })
          ),
        ]).text)
    }
    let bounds = interval.map {
      " (95 % interval of the rate \(decimals($0.low, 4)) to \(decimals($0.high, 4)))"
    }
    common.note(
      "\(model.header.policyText): \(grouped(achieved.alerts)) of "
        + "\(grouped(achieved.conversations)) conversations alert\(bounds ?? "")."
        + (abstained > 0
          ? " \(grouped(abstained)) of a locale that the model never saw were left out." : ""))
  }
}
