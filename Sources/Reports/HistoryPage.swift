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
            .init(Self.figure(change.before, change.unit)),
            .init(Self.figure(change.after, change.unit)),
            .init(HistoryPlot.percent(change.relative), sortKey: "\(change.relative ?? 0)"),
            .init(change.isWorse ? "worse" : "better"), .init(state),
          ], style: change.state == .open && change.isWorse ? "band" : nil)
      }
    }
    guard !rows.isEmpty else { return .element("p", ["No case has changed its level."]) }
    return DataTable(
      caption: "Every step; open ones that are worse are marked.",
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

  /// A figure with its unit, every digit that tells it from its neighbours.
  private static func figure(_ value: Double, _ unit: String) -> String {
    let text =
      abs(value) >= 1000 && value == value.rounded() ? NumberText.grouped(value) : "\(value)"
    return unit.isEmpty ? text : "\(text) \(unit)"
  }
}
