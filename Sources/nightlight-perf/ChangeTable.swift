import Benchmarking
import CommandLineKit
import Experiments
import Glibc

/// The steps of some series as text and JSON.
struct ChangeTable {
  let watched: [WatchedSeries]
  private var changes: [PerformanceChange] { watched.flatMap(\.changes) }

  /// A line per step, and a sentence that counts them.
  var text: String {
    let isNamed = Set(watched.map(\.series.environment)).count > 1
    let isVersioned = Dictionary(grouping: watched.map(\.series), by: \.name).values
      .contains { Set($0.map(\.version)).count > 1 }
    let heads =
      ["case"] + (isVersioned ? ["version"] : []) + (isNamed ? ["environment"] : [])
      + ["last old", "first new", "before", "after", "change", "", "state"]
    let rows = changes.map { change in
      [change.name] + (isVersioned ? ["\(change.version)"] : [])
        + (isNamed ? [String(change.environment.prefix(8))] : [])
        + [
          String(change.lastOld.prefix(10)), String(change.firstNew.prefix(10)),
          Self.figure(change.before, of: change), Self.figure(change.after, of: change),
          Self.percent(change.relative), change.isWorse ? "worse" : "better",
          change.state.rawValue + (change.why.map { ": \($0)" } ?? ""),
        ]
    }
    let first = heads.count - 5
    let table =
      rows.isEmpty ? [] : [TextTable(heads, right: [first, first + 1, first + 2], rows).text]
    return (table + [summary]).joined(separator: "\n\n")
  }

  private var summary: String {
    let open = changes.filter { $0.state == .open }
    let worse = open.count(where: \.isWorse)
    let better = open.count - worse
    return "\(Self.counted(changes.count, "step")) in \(Self.counted(watched.count, "series"))"
      + (changes.isEmpty ? "." : "; open: \(worse) worse, \(better) better.")
  }

  /// An object per step.
  var json: JSONText {
    .array(
      changes.map { change in
        .object([
          ("name", .string(change.name)), ("version", .integer(change.version)),
          ("environment", .string(change.environment)), ("unit", .string(change.unit)),
          ("index", .integer(change.index)), ("last_old", .string(change.lastOld)),
          ("first_new", .string(change.firstNew)), ("before", .number(change.before)),
          ("after", .number(change.after)), ("relative", .optional(change.relative)),
          ("p", .optional(change.p)),
          ("direction", .string(change.after > change.before ? "up" : "down")),
          ("verdict", .string(change.isWorse ? "worse" : "better")),
          ("state", .string(change.state.rawValue)), ("why", .optional(change.why)),
        ])
      })
  }

  /// 2 where something is worse and nobody has decided about it, 4 where it is only better, else 0.
  var status: ExitCode {
    let open = changes.filter { $0.state == .open }
    return open.isEmpty ? .success : open.contains(where: \.isWorse) ? .regression : ExitCode(4)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)" + (count == 1 || noun.hasSuffix("s") ? "" : "s")
  }

  /// A level with its unit: all its digits in a series without noise, six in others.
  private static func figure(_ value: Double, of change: PerformanceChange) -> String {
    let text: String
    if let whole = Int(exactly: value) {
      text = grouped(whole)
    } else if change.p != nil {
      let digits = max(0, 5 - Int(log10(max(abs(value), 1e-9)).rounded(.down)))
      text = digits == 0 ? grouped(Int(value.rounded())) : decimals(value, digits)
    } else {
      text = "\(value)"
    }
    return change.unit.isEmpty ? text : "\(text) \(change.unit)"
  }

  private static func percent(_ relative: Double?) -> String {
    guard let relative else { return "from 0" }
    let size = abs(relative) * 100
    // A change of a few bits must not read as none.
    return (relative < 0 ? "-" : "+") + (size < 0.005 ? "<0.01" : decimals(size, 2)) + " %"
  }
}
