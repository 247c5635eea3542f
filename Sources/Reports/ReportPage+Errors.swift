import Pages
import Store

extension ReportPage {
  /// How many errors each detector makes, with links to the worst.
  func errors(_ index: Int) -> [HTML] {
    let corpus = data.corpora[index]
    guard !corpus.errorCases.isEmpty else {
      return [.element("p", ["No finished run on this corpus yet."])]
    }
    let rows = corpus.errorCases.map { errors in
      DataTable.Row([
        DataTable.Cell(
          [link(.cases(index, errors.detector), errors.detector)], sortKey: errors.detector),
        DataTable.Cell(errors.policy),
        number(Double(errors.counts.falseAlarms), NumberText.grouped(errors.counts.falseAlarms)),
        number(Double(errors.counts.misses), NumberText.grouped(errors.counts.misses)),
      ])
    }
    return [
      DataTable(
        caption: "False alarms and misses on the headline track; behind each name the "
          + "\(DetectorErrors.limit) worst of either kind. Unit: conversation.",
        columns: [
          DataTable.Column("Detector"), DataTable.Column("Policy"),
          DataTable.Column("False alarms", isNumeric: true),
          DataTable.Column("Misses", isNumeric: true),
        ], rows: rows, isSortable: true
      ).html
    ]
  }

  /// The worst cases of one detector.
  func cases(of detector: String, _ index: Int) -> [HTML] {
    let corpus = data.corpora[index]
    guard let errors = corpus.errorCases.first(where: { $0.detector == detector }) else {
      return []
    }
    func list(_ title: String, _ cases: [ErrorCase], _ count: Int, _ none: String) -> [HTML] {
      let note =
        cases.count < count
        ? "The worst \(cases.count) of \(NumberText.grouped(count))." : "All \(count)."
      return [
        .element("h2", [.text(title)]),
        .element("p", ["class": "note"], [.text(cases.isEmpty ? none : note)]),
      ]
        + cases.map { article($0, errors) }
    }
    let texts =
      corpus.record.source == "generated"
      ? "Every text here was generated." : "Texts are not shown: this corpus was not generated."
    let opening: [HTML] = [
      .element("h1", [.text("Errors of \(detector): \(corpus.record.name)")]),
      .element(
        "p",
        [
          """
          The score after every message, 0 to 1; the dashed level is the threshold, the line \
          marked onset is the first risky message, the filled circle the alert. Ticks below mark \
          messages that carry a warning sign. The messages listed raised the score most, up to \
          the alert.
          """, " ", .text(texts),
        ]),
      .element("p", [link(.detector(detector), "About \(detector)")]),
    ]
    let alarms = list(
      "False alarms", errors.falseAlarms, errors.counts.falseAlarms, "No false alarm.")
    return opening + alarms + list("Misses", errors.misses, errors.counts.misses, "No miss.")
  }

  private func article(_ error: ErrorCase, _ errors: DetectorErrors) -> HTML {
    var facts = [
      "\(error.kind): \(error.scenario)", "\(NumberText.grouped(error.scores.count)) messages",
      "score \(NumberText.fixed(error.score, 3))",
    ]
    if let onset = error.onset { facts.append("onset \(onset)") }
    if let alert = error.alert { facts.append("alert at message \(alert)") }
    let hasText = error.evidence.contains { $0.text != nil }
    var columns = [
      DataTable.Column("Message", isNumeric: true), DataTable.Column("Rise", isNumeric: true),
      DataTable.Column("Author"), DataTable.Column("Stage and signs"),
    ]
    if hasText { columns.append(DataTable.Column("Text")) }
    let rows = error.evidence.map { evidence -> DataTable.Row in
      var cells = [
        DataTable.Cell("\(evidence.number)"), DataTable.Cell(NumberText.signed(evidence.rise)),
        DataTable.Cell(evidence.author), DataTable.Cell(evidence.truth),
      ]
      if hasText {
        let said = HTML.element("span", ["class": "said"], [.text(evidence.text ?? "")])
        cells.append(DataTable.Cell([said]))
      }
      return DataTable.Row(cells)
    }
    return .element(
      "article",
      [
        .element("h3", [.text(error.id)]), .element("p", [.text(facts.joined(separator: " · "))]),
        ScoreTimeline(error, threshold: errors.threshold).html,
        DataTable(
          caption: "Evidence",
          columns: columns, rows: rows
        ).html,
      ])
  }
}
