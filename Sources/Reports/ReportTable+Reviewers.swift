import Evaluation

extension ReportTable {
  /// What a team of reviewers gets done with the alerts of every detector.
  static func reviewers(corpus: String, track: TrackReport) -> ReportTable {
    let team = RowDetail.team
    let rows = track.plotted.compactMap { plotted -> Row? in
      guard let outcome = plotted.row.detail?.review else { return nil }
      return Row(
        cells: [
          Cell(text: plotted.label), count(outcome.cases / team.days),
          share(ScaledRate(events: outcome.trueReviewed, trials: outcome.reviewed, scale: 1)),
          share(ScaledRate(events: outcome.trueReviewed, trials: outcome.trueArrivals, scale: 1)),
          count(outcome.backlog), duration(outcome.medianWait),
          minutes(outcome.minutesPerTrueCase), messages(outcome.exposedMessages),
        ], style: plotted.row.isControl ? "control" : nil)
    }
    let capacity = Int(team.minutesPerDay / team.minutesPerCase) * team.reviewers
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "reviewers", title: "A team of reviewers",
      caption: "A queue, played through: \(NumberText.grouped(team.arrivalsPerDay)) conversations "
        + "arrive a day, one in a thousand is grooming; \(team.reviewers) reviewers take "
        + "\(Int(team.minutesPerCase)) minutes a case, highest score first, "
        + "\(capacity) cases a day at most, \(team.days) days of eight hours. Recall counts what was "
        + "reviewed among all grooming that arrived. Exposure: messages written in a grooming "
        + "conversation between its alert and its review, on average over its cases. Each "
        + "detector at its own operating point; 95 % Wilson intervals. Unit: conversation.",
      columns: [
        Column(name: "detector", title: "Detector"),
        Column(name: "cases_per_day", title: "Cases", detail: "per day", isNumeric: true),
        Column(name: "precision", title: "Precision", detail: "at capacity", isNumeric: true),
        Column(name: "recall", title: "Recall", detail: "at capacity", isNumeric: true),
        Column(name: "backlog", title: "Backlog", detail: "cases at the end", isNumeric: true),
        Column(
          name: "median_wait_minutes", title: "Median wait", detail: "working time",
          isNumeric: true),
        Column(
          name: "minutes_per_true_case", title: "Reviewer minutes", detail: "per true case",
          isNumeric: true),
        Column(
          name: "exposed_messages", title: "Exposure", detail: "messages while waiting",
          isNumeric: true),
      ], rows: rows)
  }

  /// A share without an interval.
  static func value(_ value: Double?) -> Cell {
    Cell(text: Cell.text(value, .rate), value: value)
  }

  private static func messages(_ count: Double?) -> Cell {
    Cell(text: NumberText.value(count, .messages), value: count, style: .messages)
  }

  private static func minutes(_ minutes: Double?) -> Cell {
    Cell(text: minutes.map { NumberText.grouped($0) } ?? NumberText.none, value: minutes)
  }

  private static func duration(_ minutes: Double?) -> Cell {
    guard let minutes else { return Cell(text: NumberText.none) }
    let text =
      minutes < 120
      ? "\(NumberText.fixed(minutes, minutes < 10 ? 1 : 0)) min"
      : "\(NumberText.fixed(minutes / 60, 1)) h"
    return Cell(text: text, value: minutes)
  }
}
