import Chat
import Evaluation
import Foundation
import Pages
import Store

extension RunComparison {
  /// The comparison as one page that opens from disk.
  public func page(version: String) -> String {
    HTMLDocument(
      title: "Run \(first.id) and run \(second.id)",
      content: [
        .element("h1", [.text("\(first.detector) and \(second.detector)")]),
        .element(
          "dl",
          [("A", first), ("B", second)].flatMap { letter, run in
            [HTML.element("dt", [.text(letter)]), .element("dd", [.text(name(run))])]
          }),
        .element("h2", ["Metric by metric"]), differences.html,
        .element("h2", ["Tests"]),
        .element("ul", testSentences.map { .element("li", [.text($0)]) }),
        .element("h2", ["Where the decisions differ"]), discordances.html,
        .element(
          "div", ["class": "panel"],
          [.element("p", [.text(Sentences.relative + " " + Sentences.rating)])]),
      ],
      footer: [.element("p", [.text("Nightlight \(version).")])]
    ).rendered
  }

  /// Writes the page under a temporary name and renames it.
  ///
  /// - Throws: ``ReportError/unwritable(path:reason:)``.
  public func writePage(to path: String, version: String) throws(ReportError) {
    try ReportBuilder.attempt(path) {
      try Data(page(version: version).utf8).write(
        to: URL(fileURLWithPath: path), options: .atomic)
    }
  }

  /// Every metric with its difference.
  var differences: ReportTable {
    let rows = comparison.differences.map { line -> ReportTable.Row in
      let style = Metric.named(line.name).style
      let difference = line.difference
      let isRate = style == .rate || style == .signedRate
      func cell(_ value: Double?) -> ReportTable.Cell {
        ReportTable.Cell(text: NumberText.value(value, style), value: value)
      }
      return ReportTable.Row(cells: [
        ReportTable.Cell(text: line.name), cell(line.values.first), cell(line.values.second),
        ReportTable.Cell(
          text: isRate
            ? NumberText.signed(difference.value) : NumberText.value(difference.value, style),
          value: difference.value, low: difference.low, high: difference.high, style: style),
        ReportTable.probability(line.p),
        ReportTable.probability(comparison.adjusted[line.name]),
      ])
    }
    return ReportTable(
      corpus: first.corpus, track: first.split.rawValue, fileSuffix: "differences",
      title: "Metric by metric",
      caption:
        "Corpus \(first.corpus), split \(first.split.rawValue), \(NumberText.grouped(count)) "
        + "conversations. Differences A − B on the same cluster bootstrap resamples with their 95 % "
        + "interval; one without 0 tells. Holm: corrected over this table. Unit: conversation.",
      columns: [ReportTable.Column(name: "metric", title: "Metric")]
        + [("a", "A"), ("b", "B"), ("difference", "A − B"), ("p", "p"), ("holm", "Holm")].map {
          ReportTable.Column(name: $0.0, title: $0.1, isNumeric: true)
        },
      rows: rows)
  }

  /// How often exactly one of the two is right, by slice.
  var discordances: ReportTable {
    ReportTable(
      corpus: first.corpus, track: first.split.rawValue, fileSuffix: "discordant",
      title: "Where the decisions differ",
      caption: "Conversations on which exactly one run is right, by label and scenario; the most "
        + "discordant first. Unit: conversation.",
      columns: [ReportTable.Column(name: "slice", title: "Slice")]
        + [("n", "n"), ("only_a", "Only A right"), ("only_b", "Only B right")].map {
          ReportTable.Column(name: $0.0, title: $0.1, isNumeric: true)
        },
      rows: comparison.discordances.filter { $0.onlyFirst + $0.onlySecond > 0 }.map { slice in
        ReportTable.Row(
          cells: [ReportTable.Cell(text: slice.slice)]
            + [slice.count, slice.onlyFirst, slice.onlySecond].map { ReportTable.count($0) })
      })
  }
}
