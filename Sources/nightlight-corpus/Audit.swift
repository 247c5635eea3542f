import Audits
import CommandLineKit
import Experiments
import Store

struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Look for leakage, shortcuts and other faults of a corpus.",
    discussion: """
      Measures leakage between the splits, what tells the classes apart without understanding, how
      rich the language is, balance, what the order of messages holds, and the floor and ceiling for
      detectors. With --against the benign part is compared with other corpora, such as real chat,
      beside how far these are from one another.

      What a corpus does not say is '—'. The findings are stored for the report. Exit status 2 where
      a figure breaks its bound.
      """)

  @Argument(help: "The corpus.") var name: String
  @Option(help: "Corpora to compare the benign part with, joined by commas.")
  var against: String?
  @OptionGroup var common = CommonOptions()

  private var others: [String] {
    against?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
  }

  mutating func validate() throws {
    if others.contains("") {
      throw ValidationError("--against is '\(against ?? "")'; expected names joined by commas.")
    }
    if others.contains(name) {
      throw ValidationError("--against names '\(name)' itself; expected other corpora.")
    }
    if Set(others).count < others.count {
      throw ValidationError("--against names a corpus twice; expected each once.")
    }
  }

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    var line = ProgressLine("Auditing", unit: "steps", quiet: common.isQuiet)
    defer { line.finish() }
    let audit = try CorpusAuditing.audit(name, against: others, in: workbench) {
      try Interruption.check()
      line.advance(by: 1)
    }
    line.finish()
    if common.wantsJSON {
      try printLine(audit.json(corpus: name, against: others).text)
    } else {
      try printLine(audit.table)
    }
    let broken = audit.broken
    guard !broken.isEmpty else { return common.note("No bound is broken.") }
    common.note(
      "\(broken.count) of \(audit.findings.count) figures break their bounds: "
        + broken.map { "\($0.group.rawValue) '\($0.name)'" }.joined(separator: ", ") + ".")
    throw ExitCode.regression
  }
}

extension CorpusAudit {
  /// The findings for people, one table for each group.
  fileprivate var table: String {
    AuditGroup.allCases.compactMap { group in
      let rows = findings.filter { $0.group == group }
      guard !rows.isEmpty else { return nil }
      return TextTable(
        [group.rawValue, "value", "95 % interval", "bound", "verdict", ""], right: [1],
        rows.map { finding in
          [
            finding.name, Self.number(finding.value),
            finding.low == nil && finding.high == nil
              ? "" : "[\(Self.number(finding.low)), \(Self.number(finding.high))]",
            finding.bound?.text ?? "", finding.verdict.rawValue, finding.detail ?? "",
          ]
        }
      ).text
    }.joined(separator: "\n\n")
  }

  /// The findings for machines.
  fileprivate func json(corpus: String, against others: [String]) -> JSONText {
    .object([
      ("corpus", .string(corpus)), ("against", .array(others.map(JSONText.string))),
      ("broken", .integer(broken.count)),
      (
        "findings",
        .array(
          findings.map { finding in
            .object([
              ("group", .string(finding.group.rawValue)), ("name", .string(finding.name)),
              ("value", .optional(finding.value)), ("low", .optional(finding.low)),
              ("high", .optional(finding.high)), ("bound", .optional(finding.bound?.text)),
              ("verdict", .string(finding.verdict.rawValue)),
              ("detail", .optional(finding.detail)),
            ])
          })
      ),
    ])
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "—" }
    return value == value.rounded() && value.magnitude >= 2
      ? grouped(Int(value)) : decimals(value, 4)
  }
}
