import Evaluation
import Pages
import Store

/// The page of one detector: what it is, what it costs, when it fails, and every result it has.
struct DetectorPage: Sendable {
  let name: String
  let data: ReportData

  /// Every detector of the report, by name.
  static func names(in data: ReportData) -> [String] {
    Set(data.corpora.flatMap(\.tracks).flatMap(\.rows).map(\.run.detector)).sorted()
  }

  /// The page's markup.
  var rendered: String {
    HTMLDocument(
      title: "\(name): a detector",
      content: [
        .element("h1", [.text(name)]),
        .element("p", [.link("../index.html", "Back to the report")]), about,
      ] + data.corpora.flatMap(results)
        + [.element("div", ["class": "panel"], [.element("p", [.text(Sentences.relative)])])],
      footer: [.element("p", [.text("Nightlight \(data.version), \(data.createdUTC).")])]
    ).rendered
  }

  private var rows: [ResultRow] {
    data.corpora.flatMap(\.tracks).flatMap(\.rows).filter { $0.run.detector == name }
  }

  private var about: HTML {
    guard let row = rows.first(where: { !$0.facts.isEmpty }) ?? rows.first else {
      return .fragment([])
    }
    let fact = Dictionary(row.facts.map { ($0.name, $0.value) }) { first, _ in first }
    var items: [(String, String)] = []
    func add(_ title: String, _ value: String?) {
      if let value, !value.isEmpty { items.append((title, value)) }
    }
    add("Source", fact["source"])
    add("Cost of a message", fact["cost"])
    add("When it fails", fact["weakness"])
    add("Views it works from", fact["views"])
    add("Chosen on validation", fact["grid"])
    add(
      "State of a conversation",
      fact["state_bytes_cap"].flatMap { Int($0) }.map {
        "at most \(NumberText.grouped($0)) bytes"
      })
    add("Licence", fact["licence"])
    add("Kind", row.run.detectorKind.rawValue)
    add("Version", fact["version"] ?? "\(row.run.detectorVersion)")
    return .fragment([
      .element("p", ["class": "lead"], [.text(fact["summary"] ?? "")]),
      .element(
        "dl",
        items.flatMap { title, value in
          [HTML.element("dt", [.text(title)]), .element("dd", [.text(value)])]
        }),
    ])
  }

  private func results(_ corpus: CorpusReport) -> [HTML] {
    corpus.tracks.compactMap { track -> HTML? in
      let own = LeaderboardTable(corpus: corpus.record.name, track: track).rows.filter {
        $0.run.detector == name
      }
      guard !own.isEmpty else { return nil }
      let metrics = [
        "f_latency_onset", "f1", "precision", "recall", "average_precision", "auroc",
        "false_alerts_per_1000", "delay_median", "p50_ns", "p99_ns", "train_seconds",
        "model_bytes",
      ].map(Metric.named)
      let table = DataTable(
        caption: "Every finished run on this track. Unit: conversation; 95 % cluster bootstrap "
          + "intervals; thresholds from validation.",
        columns: [
          DataTable.Column("Policy"), DataTable.Column("View"), DataTable.Column("Objective"),
        ]
          + metrics.map { DataTable.Column($0.title, detail: $0.detail, isNumeric: true) },
        rows: own.map { row in
          DataTable.Row(
            [row.run.policy, row.run.view, row.run.objective].map { DataTable.Cell($0) }
              + metrics.map { DataTable.Cell(row, $0) })
        }, isSortable: own.count > 1)
      let chosen = own.map { row in
        HTML.element(
          "p",
          [
            .text("\(row.run.policy), \(row.run.view): "),
            .element("code", [.text(row.run.detectorParameters)]), " ",
            .element("code", [.text(row.run.policyParameters)]),
          ])
      }
      return .element(
        "section",
        [
          .element("h2", [.text("\(corpus.record.name): \(track.name)")]), table.html,
          .element(
            "details", [.element("summary", ["Parameters as fitted"])] + chosen),
        ])
    }
  }
}
