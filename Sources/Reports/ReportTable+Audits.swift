import Store

extension ReportTable {
  /// What the audits of a corpus found.
  static func audits(_ corpus: CorpusReport) -> ReportTable {
    ReportTable(
      corpus: corpus.record.name, track: "all splits", fileSuffix: "findings",
      title: "Findings",
      caption:
        "Can the corpus be won by a shortcut, do its splits leak, are its texts diverse, is it "
        + "balanced? A figure with a bound holds it or breaks it; noted: there is no bound; unknown: "
        + "the corpus does not say what it needs. 95 % intervals.",
      columns: [
        Column(name: "group", title: "Group"), Column(name: "name", title: "Figure"),
        Column(name: "value", title: "Value", isNumeric: true),
        Column(name: "bound", title: "Bound"), Column(name: "verdict", title: "Verdict"),
        Column(name: "detail", title: "Detail"),
      ],
      rows: corpus.audits.map { audit in
        Row(
          cells: [
            Cell(text: audit.group), Cell(text: audit.name),
            Cell(
              text: Cell.text(audit.value, .rate), value: audit.value, low: audit.low,
              high: audit.high),
            Cell(text: audit.bound ?? NumberText.none), Cell(text: audit.verdict),
            Cell(text: audit.detail ?? ""),
          ], style: audit.verdict == "broken" ? "total" : nil)
      })
  }
}
