import CommandLineKit
import Experiments

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Try a detector from elsewhere on all that its protocol asks.",
    discussion: """
      Replays 20 conversations twice and sends what is hard: empty text, emoji, a line of 1 MiB,
      10,000 messages. Ends with 2 where a check fails.
      """)

  @Argument(help: "A manifest's name or path.") var external: String
  @OptionGroup var folder = DetectorFolder()
  @OptionGroup var log = DetectorLog()
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    guard folder.manifestPath(of: external) == nil else { return }
    let known = folder.names()
    let hint = nearest(to: external, among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "No manifest '\(external)' in \(folder.path).\(hint) "
        + "Known: \(known.isEmpty ? "none" : known.joined(separator: ", ")).")
  }

  func run() throws {
    guard let manifest = try folder.manifest(external) else { return }
    common.note("Checking \(manifest.name); 10,000 messages may take a moment.")
    var check = ExternalCheck(
      manifest, echo: folder.echo(), checkpoint: { try Interruption.check() })
    let report: ExternalCheck.Report
    do {
      report = try check.run()
    } catch let fault as ExternalFault {
      common.note("Cannot check \(manifest.name): \(fault).")
      throw ExitCode.failure
    }
    try log.keep(report.log, of: manifest.name)
    if common.wantsJSON {
      try printLine(report.json.text)
    } else {
      let rows = report.findings.map { [$0.name, $0.status.rawValue, $0.reason] }
      try printLine(TextTable(["check", "result", "reason"], rows).text)
      if let words = report.timing.words { try printLine("\na message takes \(words)") }
    }
    if !report.passed { throw ExitCode.regression }
  }
}

extension ExternalTiming {
  /// The timing in words, nil where nothing was timed.
  var words: String? {
    guard let roundTrip else { return nil }
    var words = "\(roundTrip.words) there and back"
    if let compute { words += ", of which it says that it computes \(compute.words)" }
    words +=
      echo.map { "; an echo in Python through the same pipe takes \($0.words) (not subtracted)" }
      ?? "; no echo ran here to compare with"
    return words
  }
}

extension ExternalTiming.Percentiles {
  /// `54 µs (p90 61, p99 140)`
  var words: String {
    func microseconds(_ nanoseconds: Int) -> String {
      decimals(Double(nanoseconds) / 1000, nanoseconds < 10_000 ? 1 : 0)
    }
    return "\(microseconds(p50)) µs (p90 \(microseconds(p90)), p99 \(microseconds(p99)))"
  }
}
