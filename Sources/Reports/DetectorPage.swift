import Evaluation
import Pages
import Store

/// The page of one detector: what it is, what it costs, when it fails, and every result it has.
struct DetectorPage: Sendable {
  let name: String
  /// The report that it stands in.
  let page: ReportPage

  private var data: ReportData { page.data }

  /// Every detector of the report, by name.
  static func names(in data: ReportData) -> [String] {
    Set(data.corpora.flatMap(\.tracks).flatMap(\.rows).map(\.run.detector)).sorted()
  }

  /// What stands between navigation and footer.
  var content: [HTML] {
    [.element("h1", [.text(name)]), about] + data.corpora.indices.flatMap(results)
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
    let findings = rows.flatMap { $0.detail?.findings ?? [] }.map(\.sentence)
    var doubts: [HTML] = []
    for sentence in findings {
      let item = HTML.element("li", [.text(sentence)])
      if !doubts.contains(item) { doubts.append(item) }
    }
    return .fragment([
      .element("p", ["class": "lead"], [.text(fact["summary"] ?? "")]),
      doubts.isEmpty
        ? .fragment([])
        : .element(
          "div", ["class": "panel"],
          [
            .element("p", [.element("strong", ["What to doubt"])]), .element("ul", doubts),
          ]),
      .element(
        "dl",
        items.flatMap { title, value in
          [HTML.element("dt", [.text(title)]), .element("dd", [.text(value)])]
        }),
    ])
  }

  private func results(_ index: Int) -> [HTML] {
    let corpus = data.corpora[index]
    return corpus.tracks.enumerated().compactMap { position, track -> HTML? in
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
        ] + (position == 0 ? pictures(index, track) : []))
    }
  }

  /// Its figures on the headline track, where it fails, and its worst cases.
  private func pictures(_ index: Int, _ track: TrackReport) -> [HTML] {
    let corpus = data.corpora[index]
    guard let row = track.plotted.first(where: { $0.row.run.detector == name })?.row else {
      return []
    }
    var content = DetectorPlot.allCases.map { plot in
      page.figure(index, "\(plot.rawValue)-\(page.map.file(name))", title: plot.title)
    }
    content.append(
      page.section(
        ReportTable.families(corpus: corpus.record.name, track: track, row: row), index,
        track.split))
    guard let errors = corpus.errorCases.first(where: { $0.detector == name }) else {
      return content
    }
    func ids(_ title: String, _ cases: [ErrorCase]) -> HTML {
      let list = cases.prefix(5).map(\.id).joined(separator: ", ")
      return .element("li", [.text("\(title): \(list.isEmpty ? "none" : list)")])
    }
    return content + [
      .element("h3", ["Where it fails"]),
      .element(
        "ul",
        [
          ids("False alarms, the highest score first", errors.falseAlarms),
          ids("Misses, the lowest score first", errors.misses),
        ]),
      .element("p", [page.link(.cases(index, name), "Its worst cases, message by message")]),
    ]
  }
}
