import Benchmarking
import CommandLineKit
import Experiments

/// All figures of one run with the machine they hold for, as text or JSON.
struct MeasurementReport {
  var environment: MachineEnvironment
  var conversations: Int
  var messages: Int
  var bytes: Int
  var blocks: Int
  var lines: [MeasurementLine]
  var notes: [String]

  var text: String {
    var rows = [["measure", "figure", "± MAD", "against", "ratio [quartiles]", "gate", "met"]]
    for line in lines {
      let figure = [
        line.name, "\(Self.digits(line.value)) \(line.unit)",
        "\(Self.digits(line.deviation * 100)) %",
      ]
      guard !line.comparisons.isEmpty else {
        rows.append(figure + ["", "", "", ""])
        continue
      }
      for (index, comparison) in line.comparisons.enumerated() {
        rows.append(
          (index == 0 ? figure : ["", "", ""]) + [
            comparison.against, Self.text(comparison.ratio), Self.text(comparison.gate),
            comparison.isMet.map { $0 ? "yes" : "no" } ?? "",
          ])
      }
    }
    let machine = environment.properties.map { "\($0.name): \($0.value)" }
    let inputs =
      "\(grouped(conversations)) conversations, \(grouped(messages)) messages, "
      + "\(grouped(bytes)) bytes; \(blocks) samples each"
    let explanation = [
      "Ratios above 1: Nightlight is faster; but for p99, which is measured against its own p50.",
      "Scoring and training include parsing; peers' start-up and imports are left out.",
    ]
    return (machine + [inputs, ""] + Self.aligned(rows) + [""] + explanation + notes)
      .joined(separator: "\n")
  }

  var json: JSONText {
    .object([
      (
        "environment", .object(environment.properties.map { ($0.name, .string($0.value)) })
      ),
      (
        "inputs",
        .object([
          ("conversations", .integer(conversations)), ("messages", .integer(messages)),
          ("bytes", .integer(bytes)), ("samples", .integer(blocks)),
        ])
      ),
      ("figures", .array(lines.map(Self.json))),
      ("notes", .array(notes.map(JSONText.string))),
    ])
  }

  private static func json(_ line: MeasurementLine) -> JSONText {
    .object([
      ("name", .string(line.name)), ("value", .number(line.value)), ("unit", .string(line.unit)),
      ("deviation", .number(line.deviation)), ("comparisons", .array(line.comparisons.map(json))),
    ])
  }

  private static func json(_ comparison: MeasurementLine.Comparison) -> JSONText {
    .object([
      ("against", .string(comparison.against)), ("ratio", .number(comparison.ratio.median)),
      ("low", .number(comparison.ratio.low)), ("high", .number(comparison.ratio.high)),
      ("gate", comparison.gate.map { .string(text($0)) } ?? .null),
      ("met", comparison.isMet.map(JSONText.bool) ?? .null),
    ])
  }

  private static func text(_ ratio: ComparisonResult.Ratio) -> String {
    "\(digits(ratio.median)) [\(digits(ratio.low))–\(digits(ratio.high))]"
  }

  private static func text(_ gate: Gate?) -> String {
    switch gate {
    case .atLeast(let bound): "≥ \(digits(bound))"
    case .atMost(let bound): "≤ \(digits(bound))"
    case nil: ""
    }
  }

  /// Three significant digits, without an exponent: 0.0123, 1.50, 872, 12,345.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    if value >= 100 { return grouped(Int(value.rounded())) }
    var (places, size) = (2, value)
    while size > 0, size < 1, places < 5 {
      size *= 10
      places += 1
    }
    if value >= 10 { places = 1 }
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = Int((value * scale).rounded())
    let fraction = String(scaled % Int(scale))
    return "\(scaled / Int(scale))."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// Rows with columns of equal width.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      let text = cells.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }
}
