import Benchmarking
import CommandLineKit
import Experiments

/// A comparison of two commits as text or JSON.
struct ChangeReport {
  var base: String
  var baseHash: String
  var head: String
  var set: ChangeSet
  var notes: [String]

  /// The status of the command: 0 as before, 2 worse, 4 only better.
  var status: ExitCode {
    switch set.verdict {
    case .worse: .regression
    case .better: ExitCode(4)
    default: .success
    }
  }

  var text: String {
    let shown = set.changes.filter { $0.kind == .timed || $0.change != 0 }
    let table = TextTable(
      ["case", "kind", "base", "head", "change", "99 % interval", "p", "floor", "verdict"],
      right: [2, 3, 4, 6, 7], shown.map(Self.cells))
    let equal = PerformancePoint.Kind.allCases.compactMap { kind -> String? in
      let count = set.changes.filter { $0.kind == kind && $0.change == 0 }.count
      return count == 0 || kind == .timed ? nil : "\(count) \(kind.rawValue)"
    }
    let unchanged =
      equal.isEmpty ? [] : ["Equal to the bit: \(equal.joined(separator: " and ")) cases."]
    return
      (["\(base) → \(head)", ""] + (shown.isEmpty ? [] : [table.text, ""]) + unchanged
      + notes + [sentence]).joined(separator: "\n")
  }

  private var sentence: String {
    let worse = set.changes.filter { $0.verdict == .worse }
    guard worse.isEmpty else {
      let exact = worse.first { $0.kind != .timed }
      return "Worse: \(worse.map(\.name).joined(separator: ", "))."
        + (exact.map {
          " To keep a change and say why: nightlight-perf changes --accept '\($0.name)' "
            + "--base \(baseHash) --why TEXT"
        } ?? "")
    }
    let better = set.changes.filter { $0.verdict == .better }
    return better.isEmpty
      ? "Nothing is worse." : "Only better: \(better.map(\.name).joined(separator: ", "))."
  }

  private static func cells(_ change: FigureChange) -> [String] {
    func figure(_ value: Double?) -> String {
      guard let value else { return "—" }
      return change.kind == .timed
        ? "\(decimals(value / 1e6, 2)) ms" : FigureText.value(value)
    }
    let interval = change.estimate.map {
      "\(FigureText.percent($0.interval.lowerBound)) … \(FigureText.percent($0.interval.upperBound))"
    }
    return [
      change.name, change.kind.rawValue, figure(change.base), figure(change.head),
      change.change.map(FigureText.percent) ?? "—", interval ?? "",
      change.adjustedP.map { $0 < 0.0001 ? "<0.0001" : decimals($0, 4) } ?? "",
      change.estimate.map { FigureText.percent($0.floor) } ?? "",
      change.verdict == .incomparable
        ? (change.base == nil ? "new" : change.head == nil ? "gone" : "another version")
        : change.verdict.rawValue,
    ]
  }

  var json: JSONText {
    .object([
      ("base", .string(base)), ("head", .string(head)),
      ("verdict", .string(set.verdict.rawValue)),
      ("cases", .array(set.changes.map(Self.json))),
      ("notes", .array(notes.map(JSONText.string))),
    ])
  }

  private static func json(_ change: FigureChange) -> JSONText {
    .object([
      ("name", .string(change.name)), ("kind", .string(change.kind.rawValue)),
      ("unit", .string(change.unit)), ("base", .optional(change.base)),
      ("head", .optional(change.head)), ("change", .optional(change.change)),
      ("low", .optional(change.estimate?.interval.lowerBound)),
      ("high", .optional(change.estimate?.interval.upperBound)),
      ("p", .optional(change.adjustedP)), ("floor", .optional(change.estimate?.floor)),
      ("verdict", .string(change.verdict.rawValue)),
    ])
  }
}
