import Evaluation
import Pages

extension ReportPage {
  /// How the numbers came about and how to read them.
  var method: [HTML] {
    let points = [
      "Unit: the conversation. A conversation is retrieved if and only if its policy raised an "
        + "alert; the first alert counts and stays. Precision, recall, F1 and FPR follow from that; "
        + "average precision, AUROC and the curves use the score after the last message.",
      Metric.constants,
      "Delay is counted in messages and never mixed up with compute latency, which is the time from "
        + "a message to its score on one thread.",
      "Thresholds and parameters of policies are fitted on validation, for the objective in the "
        + "row, and never touched on test.",
      "Intervals are 95 % percentile intervals of a cluster bootstrap (cluster: the conversation's "
        + "group). They hold neither the variance between template families nor that between seeds.",
      "Figures show the threshold policy, or another one for a detector that has no run with it; the "
        + "leaderboard has every scorer under every policy.",
      "— stands where a metric has no meaning or was not computed; “undefined” marks a convention "
        + "that stands in for a division by zero.",
    ]
    return [
      .element("h1", ["Method and limits"]),
      .element("ul", points.map { .element("li", [.text($0)]) }),
      .element("h2", ["Definitions"]), definitions,
    ]
  }

  /// Every metric: what it is, how it is computed, where it comes from.
  private var definitions: HTML {
    DataTable(
      caption: "Every published metric, in the order of tables. Message numbers are 1-based; the "
        + "constants of the equations are printed beside the scores.",
      columns: [
        "Metric", "What it is", "Equation", "Unit and range", "Better", "scikit-learn", "Source",
      ]
      .map { DataTable.Column($0) },
      rows: MetricGuide.all.map { guide in
        func wide(_ text: String) -> DataTable.Cell {
          DataTable.Cell([.element("span", ["class": "said"], [.text(text)])])
        }
        return DataTable.Row([
          DataTable.Cell([
            .text(guide.title), .element("span", ["class": "detail"], [.text(guide.name)]),
          ]),
          wide(guide.definition), wide(guide.equation), wide("\(guide.unit); \(guide.range)"),
          DataTable.Cell(guide.direction.rawValue), wide(guide.scikitLearn ?? NumberText.none),
          wide(guide.source),
        ])
      }
    ).html
  }

  /// The commands and the machines.
  var reproduction: HTML {
    var content: [HTML] = [
      .element("h1", ["Reproduce it"]),
      .element(
        "pre", ["tabindex": "0"],
        [.element("code", [.text(ReproduceCommands(data).lines.joined(separator: "\n"))])]),
      .element(
        "p", ["class": "note"],
        [
          """
          Each figure links its data (tsv) and its script (gp): run gnuplot on the script in the \
          folder of the data to draw it again.
          """
        ]),
    ]
    var machines: [[Fact]] = []
    for row in data.corpora.flatMap(\.tracks).flatMap(\.rows) where !row.machine.isEmpty {
      if !machines.contains(row.machine) { machines.append(row.machine) }
    }
    for machine in machines {
      content += [
        .element("h2", ["Where the runs were timed"]), .element("dl", machine.flatMap(item)),
      ]
    }
    if !data.machine.isEmpty {
      content += [
        .element("h2", ["Where this report was made"]),
        .element("dl", data.machine.flatMap(item)),
      ]
    }
    content.append(
      .element(
        "p", ["class": "note"],
        ["Compute latencies compare only within one machine and one sitting."]))
    return .fragment(content)
  }
}
