import Store

extension LeaderboardTable {
  /// The table in Markdown, with what its rows mean above and below.
  public var markdown: String {
    let escape = Self.markdownEscaped
    var text = "### \(escape(corpus)) · \(escape(track))\n\n\(summary)\n\n"
    let heads =
      ["Detector", "Policy", "View", "Objective", "Coverage"]
      + columns.map { metric in
        [metric.title, metric.detail.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
      }
    text += "| " + heads.joined(separator: " | ") + " |\n"
    text += "|---|---|---|---|" + String(repeating: "---:|", count: columns.count + 1) + "\n"
    for row in rows {
      var cells = [
        escape(Self.label(row)) + (isNearBest(row) ? " ●" : ""), escape(row.run.policy),
        escape(row.run.view), escape(row.run.objective), NumberText.value(row.coverage, .rate),
      ]
      for metric in columns {
        let (value, interval) = Self.cell(row, metric)
        cells.append([value, interval].compactMap(\.self).joined(separator: " "))
      }
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    text += "\n● not distinguishable from the best: the intervals overlap (the simple form).\n"
    return text + Self.notes + "\n"
  }

  /// The sentences that stand below every table.
  static let notes =
    Metric.constants + " Thresholds are fitted on validation. p99 and throughput are compute "
    + "latency of one thread, never detection delay. " + Sentences.relative

  /// Text that Markdown shows as it is, inside a table too.
  static func markdownEscaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "|", "`", "*", "[", "]", "#": escaped += "\\\(scalar)"
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      case _ where scalar.value < 0x20: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
