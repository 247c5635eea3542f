extension SeedSpreadTable {
  /// The metrics that tables for people show unless others are asked for.
  static let shown = [
    "f_latency_onset", "f1", "average_precision", "auroc", "false_alerts_per_1000",
  ]

  /// The table in a format, ending in a newline.
  ///
  /// - Parameter metrics: names of the contract, in their order; nil shows five of them to people and
  ///   every one in CSV and JSON.
  public func text(_ format: TableFormat, metrics: [Metric]? = nil) -> String {
    let isForPeople = format == .markdown || format == .latex
    return table(
      metrics ?? (isForPeople ? Self.shown.map(Metric.named) : Metric.all)
    ).text(format)
  }

  /// Tables in a format: JSON is one object for one table and an array otherwise.
  public static func text(
    of tables: [SeedSpreadTable], format: TableFormat, metrics: [Metric]? = nil
  ) -> String {
    let texts = tables.map { $0.text(format, metrics: metrics) }
    switch format {
    case .json where texts.count != 1:
      return "[" + texts.map { String($0.dropLast()) }.joined(separator: ",\n ") + "]\n"
    case .csv:
      // One header for all: it is the first line of each.
      return texts.enumerated().map { index, text in
        index == 0 ? text : text.split(separator: "\r\n").dropFirst().map { $0 + "\r\n" }.joined()
      }.joined()
    default: return texts.joined(separator: "\n")
    }
  }

  func table(_ metrics: [Metric]) -> ReportTable {
    let seeds = corpusSeeds.map { "\($0)" }.joined(separator: ", ")
    let rows = ordered.flatMap { subject in
      metrics.compactMap { metric -> ReportTable.Row? in
        guard let spread = spreads[subject]?[metric.name], spread.mean != nil else { return nil }
        return row(subject, metric, spread)
      }
    }
    return ReportTable(
      corpus: recipe, track: TrackReport(split: split, rows: []).name, fileSuffix: "seeds",
      title: "Spread over seeds",
      caption: "Corpus seeds \(seeds). Mean: over corpora, each the mean of its training seeds. SD "
        + "between corpora: of those means (n − 1). SD between trainings: pooled within corpora; 0 "
        + "for a detector that draws nothing while it trains. Intervals of single runs hold neither. "
        + "Unit: conversation.",
      columns: [
        .init(name: "detector", title: "Detector"), .init(name: "policy", title: "Policy"),
        .init(name: "view", title: "View"), .init(name: "objective", title: "Objective"),
        .init(name: "metric", title: "Metric"), .init(name: "mean", title: "Mean", isNumeric: true),
        .init(name: "sd_corpora", title: "SD", detail: "between corpora", isNumeric: true),
        .init(name: "sd_trainings", title: "SD", detail: "between trainings", isNumeric: true),
        .init(name: "minimum", title: "Least", isNumeric: true),
        .init(name: "maximum", title: "Most", isNumeric: true),
        .init(name: "corpora", title: "Corpora", isNumeric: true),
        .init(name: "trainings", title: "Trainings", isNumeric: true),
      ], rows: rows)
  }

  private func row(
    _ subject: Subject, _ metric: Metric, _ spread: SeedSpread
  ) -> ReportTable.Row {
    func number(_ value: Double?) -> ReportTable.Cell {
      .init(text: NumberText.value(value, metric.style), value: value)
    }
    func count(_ value: Int) -> ReportTable.Cell { .init(text: "\(value)", value: Double(value)) }
    let names = [subject.detector, subject.policy, subject.view, subject.objective, metric.name]
    return ReportTable.Row(
      cells: names.map { ReportTable.Cell(text: $0) } + [
        number(spread.mean), number(spread.betweenCorpora), number(spread.betweenTrainings),
        number(spread.minimum), number(spread.maximum), count(spread.corpora),
        count(spread.trainings),
      ])
  }

  /// The best mean of the headline first, as the leaderboard is ordered.
  private var ordered: [Subject] {
    let knowsOnset = spreads.values.contains { $0["f_latency_onset"]?.mean != nil }
    let headline = knowsOnset ? "f_latency_onset" : "f1"
    return spreads.keys.sorted { a, b in
      let (x, y) = (spreads[a]?[headline]?.mean, spreads[b]?[headline]?.mean)
      if let x, let y, x != y { return x > y }
      if (x == nil) != (y == nil) { return y == nil }
      return a < b
    }
  }
}
