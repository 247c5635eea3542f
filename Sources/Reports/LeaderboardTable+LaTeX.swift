import Evaluation
import Store

extension LeaderboardTable {
  /// The table for a paper: needs `\usepackage{booktabs}`; the best value is bold, rows that are not
  /// distinguishable from it have an asterisk, controls are italic.
  ///
  /// As narrow as it can be: intervals stand below the values of the headline, F1 and average
  /// precision only (CSV and JSON have the others).
  public var latex: String {
    let names = ["auroc", "premature", "messages_per_second"]
    let shown = columns.filter { !names.contains($0.name) }
    let escape = Self.latexEscaped
    let severalViews = Set(rows.map(\.run.view)).count > 1
    let heads =
      ["Detector", "Policy"] + (severalViews ? ["View"] : [])
      + shown.map { metric in
        let title = Self.stacked(metric.title, lineLength: 10)
        guard let detail = metric.detail else { return title }
        return "\(title) \\\\ " + Self.stacked(detail, lineLength: 10, size: "\\scriptsize ")
      }.map { "\\shortstack[r]{\($0)}" }
    let note = Sentences.relative
    var lines = [
      "% requires \\usepackage{booktabs}", "\\begin{table}", "\\centering", "\\footnotesize",
      "\\setlength{\\tabcolsep}{3pt}",
      "\\caption{\(escape(corpus)). \(escape(summary)) * not distinguishable from the best "
        + "(intervals overlap). $\\dagger$ undefined, a convention stands in. \(escape(note))}",
      "\\begin{tabular}{ll\(severalViews ? "l" : "")\(String(repeating: "r", count: shown.count))}",
      "\\toprule", heads.joined(separator: " & ") + " \\\\", "\\midrule",
    ]
    for (number, row) in rows.enumerated() {
      if number > 0 { lines.append("\\addlinespace") }
      let isBest = best.map { $0.run.id == row.run.id && $0.run.key == row.run.key } ?? false
      var name = escape(row.run.detector)
      if row.isControl { name = "\\textit{\(name)}" }
      if isNearBest(row), !isBest { name += "$^{*}$" }
      let identity = [name, escape(row.run.policy)] + (severalViews ? [escape(row.run.view)] : [])
      let values = shown.map { metric -> String in
        // The mark of a convention, as narrow as paper needs it.
        let isUndefined = row.metrics[metric.name]?.isUndefined ?? false
        let value =
          escape(NumberText.value(row.value(metric.name), metric.style))
          + (isUndefined ? "$^{\\dagger}$" : "")
        return isBest && metric == headline ? "\\textbf{\(value)}" : value
      }
      lines.append((identity + values).joined(separator: " & ") + " \\\\")
      let role = row.isControl ? "{\\scriptsize \(escape(Self.controlRole(row)))}" : ""
      let intervals = shown.map { metric -> String in
        guard [headline.name, "f1", "average_precision"].contains(metric.name),
          let interval = Self.cell(row, metric).interval
        else { return "" }
        return "{\\scriptsize \(escape(interval))}"
      }
      lines.append(
        ([role, ""] + (severalViews ? [""] : []) + intervals).joined(separator: " & ") + " \\\\")
    }
    lines += ["\\bottomrule", "\\end{tabular}", "\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Words on lines of about a length, for a `\shortstack`.
  private static func stacked(
    _ text: String, lineLength: Int, size: String = ""
  ) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= lineLength {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    // Each line of a stack is a group of its own, so each says its size.
    return lines.map { size + latexEscaped($0) }.joined(separator: " \\\\ ")
  }

  /// Text in which no character is a command.
  static func latexEscaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(scalar)"
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "<": escaped += "\\textless{}"
      case ">": escaped += "\\textgreater{}"
      case "|": escaped += "\\textbar{}"
      case "\"": escaped += "''"
      case "—": escaped += "---"
      case "−": escaped += "$-$"
      case "µ": escaped += "$\\mu$"
      case "β": escaped += "$\\beta$"
      case "·": escaped += "$\\cdot$"
      case "≤": escaped += "$\\leq$"
      case "≥": escaped += "$\\geq$"
      case "π": escaped += "$\\pi$"
      case _ where scalar.value < 0x20: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
