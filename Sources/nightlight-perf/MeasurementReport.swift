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
    var rows = [["measure", "figure", "± MAD", "against", "ratio [quartiles]"] + Self.targetHeads]
    for line in lines {
      let figure = [
        line.name, "\(Self.digits(line.value)) \(line.unit)",
        "\(Self.digits(line.deviation * 100)) %",
      ]
      guard !line.comparisons.isEmpty else {
        rows.append(figure + ["", ""] + Self.cells(of: nil))
        continue
      }
      for (index, comparison) in line.comparisons.enumerated() {
        rows.append(
          (index == 0 ? figure : ["", "", ""]) + [
            comparison.against, Self.text(comparison.ratio),
          ] + Self.cells(of: comparison))
      }
    }
    let machine = environment.properties.map { "\($0.name): \($0.value)" }
    let inputs =
      "\(grouped(conversations)) conversations, \(grouped(messages)) messages, "
      + "\(grouped(bytes)) bytes; \(blocks) samples each"
    let explanation = [
      "Ratios above 1: Nightlight is faster; but where the gate is an upper bound (≤), less is better.",
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
      ("times_ns", line.times.map(json) ?? .null),
    ])
  }

  /// `{"count","median","mad","longest","buckets":[[first,last,count],…]}`, nanoseconds; the middle of
  /// single times, at the resolution of the buckets.
  private static func json(_ times: LatencyHistogram) -> JSONText {
    let filled = times.counts.indices.filter { times.counts[$0] > 0 }
    return .object([
      ("count", .integer(Int(times.count))), ("median", .optional(times.value(atPercentile: 50))),
      ("mad", .optional(times.medianAbsoluteDeviation)), ("longest", .integer(times.maximum)),
      (
        "buckets",
        .array(
          filled.map { index in
            let bounds = LatencyHistogram.bounds(ofBucket: index)
            return .array(
              [bounds.lowerBound, bounds.upperBound, Int(times.counts[index])]
                .map(JSONText.integer))
          })
      ),
    ])
  }

  private static func json(_ comparison: MeasurementLine.Comparison) -> JSONText {
    .object([
      ("against", .string(comparison.against)), ("ratio", .number(comparison.ratio.median)),
      ("low", .number(comparison.ratio.low)), ("high", .number(comparison.ratio.high)),
      ("gate", .optional(comparison.target?.gateText)),
      ("met", comparison.meetsGate.map(JSONText.bool) ?? .null),
      ("stretch", .optional(comparison.target?.stretchText)),
      ("stretch_met", comparison.meetsStretch.map(JSONText.bool) ?? .null),
    ])
  }

  /// The heads of what ``cells(of:)`` gives.
  static let targetHeads = ["gate", "met", "stretch", "met"]

  /// The bounds of a comparison and whether they are met; blanks without.
  static func cells(of comparison: MeasurementLine.Comparison?) -> [String] {
    guard let comparison, let target = comparison.target else {
      return targetHeads.map { _ in "" }
    }
    func word(_ isMet: Bool?) -> String { isMet == true ? "yes" : "no" }
    return [
      target.gateText, word(comparison.meetsGate), target.stretchText,
      word(comparison.meetsStretch),
    ]
  }

  static func text(_ ratio: ComparisonResult.Ratio) -> String {
    "\(digits(ratio.median)) [\(digits(ratio.low))–\(digits(ratio.high))]"
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
  static func aligned(_ rows: [[String]]) -> [String] {
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
