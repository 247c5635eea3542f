import Benchmarking
import Foundation
import Pages

/// The page of the performance history: its steps in one table, then a picture per case.
struct HistoryPage {
  /// A series with its picture.
  struct Drawn {
    var watched: WatchedSeries
    var name: String
    var svg: String
    var files: [String]
  }

  var drawn: [Drawn]
  /// The command that makes the page.
  var command: String

  /// The page's markup.
  var rendered: String {
    HTMLDocument(
      title: "Performance history",
      content: [
        .element("h1", ["Performance history"]),
        .element(
          "p", ["class": "lead"],
          [
            """
            Every case over the commits of the main line, a level for each stretch between two \
            steps, and each step where it was found. A dashed line stands before the first commit \
            of a new level.
            """
          ]),
        steps, contents,
      ] + drawn.map(figure),
      footer: [
        .element("p", ["Made by ", .element("code", [.text(command)]), "."])
      ]
    ).rendered
  }

  private var severalEnvironments: Bool {
    Set(drawn.map(\.watched.series.environment)).count > 1
  }

  private var steps: HTML {
    let rows = drawn.flatMap { drawn in
      drawn.watched.changes.map { change in
        let state = change.state.rawValue + (change.why.map { ": \($0)" } ?? "")
        return DataTable.Row(
          [
            .init([.link("#" + drawn.name, title(drawn.watched.series))]),
            .init([.element("code", [.text(String(change.lastOld.prefix(10)))])]),
            .init([.element("code", [.text(String(change.firstNew.prefix(10)))])]),
            .init(Self.figure(change.before, of: change)),
            .init(Self.figure(change.after, of: change)),
            .init(HistoryPlot.percent(change.relative), sortKey: "\(change.relative ?? 0)"),
            .init(change.isWorse ? "worse" : "better"), .init(state),
          ], style: change.state == .open && change.isWorse ? "total" : nil)
      }
    }
    guard !rows.isEmpty else { return .element("p", ["No case has changed its level."]) }
    return DataTable(
      caption: "Every step; those that are open and worse are bold.",
      columns: [
        .init("Case"), .init("Last old"), .init("First new"), .init("Before", isNumeric: true),
        .init("After", isNumeric: true), .init("Change", isNumeric: true), .init("Verdict"),
        .init("State"),
      ], rows: rows, isSortable: true
    ).html
  }

  private var contents: HTML {
    .element(
      "nav", ["aria-label": "Cases"],
      [
        .element(
          "ul", drawn.map { .element("li", [.link("#" + $0.name, title($0.watched.series))]) })
      ])
  }

  private func figure(_ drawn: Drawn) -> HTML {
    let series = drawn.watched.series
    let count = series.points.count
    return Figure(
      id: drawn.name, title: "\(title(series)) over \(count) commits", svg: drawn.svg,
      caption: [
        .text("\(title(series)): \(count == 1 ? "one commit" : "\(count) commits"), "),
        .text("measured on "), .element("code", [.text(series.environment)]), ".",
      ],
      files: drawn.files.map { (name: ($0 as NSString).pathExtension, address: $0) }
    ).html
  }

  private func title(_ series: PerformanceSeries) -> String {
    HistoryPlot.title(series)
      + (severalEnvironments ? " on \(series.environment.prefix(8))" : "")
  }

  /// A level with its unit: all its digits in a series without noise, six in others.
  private static func figure(_ value: Double, of change: PerformanceChange) -> String {
    let text: String
    if let whole = Int(exactly: value) {
      text = NumberText.grouped(whole)
    } else if change.p != nil {
      let digits = max(0, 5 - Int(log10(max(abs(value), 1e-9)).rounded(.down)))
      text = digits == 0 ? NumberText.grouped(value) : NumberText.fixed(value, digits)
    } else {
      text = "\(value)"
    }
    return change.unit.isEmpty ? text : "\(text) \(change.unit)"
  }
}
