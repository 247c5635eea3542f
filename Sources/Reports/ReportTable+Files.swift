extension ReportTable {
  /// The table in a format, ending in a newline.
  func text(_ format: TableFormat) -> String {
    switch format {
    case .markdown: markdown
    case .csv: csv
    case .latex: latex
    case .json: json + "\n"
    }
  }

  private var markdown: String {
    let escape = LeaderboardTable.markdownEscaped
    let heads = columns.map { column in
      escape(column.title) + (column.detail.map { " (\(escape($0)))" } ?? "")
    }
    var lines = [
      "### \(title): \(escape(corpus)) · \(escape(track))", "", escape(caption), "",
      "| " + heads.joined(separator: " | ") + " |",
      "|" + columns.map { $0.isNumeric ? "---:|" : "---|" }.joined(),
    ]
    for row in rows {
      let cells = row.cells.map { cell in
        escape([cell.text, cell.interval].compactMap(\.self).joined(separator: " "))
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return (lines + ["", Sentences.relative]).joined(separator: "\n") + "\n"
  }

  private var csv: String {
    let heads =
      ["corpus", "track"]
      + columns.flatMap { column in
        column.isNumeric
          ? [column.name, "\(column.name)_low", "\(column.name)_high"] : [column.name]
      }
    var lines = [heads.map(LeaderboardTable.csvField)]
    for row in rows {
      lines.append(
        [corpus, track].map(LeaderboardTable.csvField)
          + zip(row.cells, columns).flatMap { cell, column in
            column.isNumeric
              ? [cell.value, cell.low, cell.high].map { $0.map(JSONText.number) ?? "" }
              : [LeaderboardTable.csvField(cell.text)]
          })
    }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private var json: String {
    func number(_ value: Double?) -> String { value.map(JSONText.number) ?? "null" }
    let rows = self.rows.map { row in
      JSONText.object(
        zip(row.cells, columns).map { cell, column in
          let value =
            column.isNumeric
            ? JSONText.object(
              [("value", number(cell.value))]
                + (cell.interval == nil
                  ? [] : [("low", number(cell.low)), ("high", number(cell.high))]))
            : JSONText.string(cell.text)
          return (column.name, value)
        })
    }
    return JSONText.object([
      ("corpus", JSONText.string(corpus)), ("track", JSONText.string(track)),
      ("rows", "[\(rows.joined(separator: ","))]"),
    ])
  }

  private var latex: String {
    let escape = LeaderboardTable.latexEscaped
    let heads = columns.map { column in
      let lines =
        [escape(column.title)] + (column.detail.map { ["\\scriptsize \(escape($0))"] } ?? [])
      return "\\shortstack[\(column.isNumeric ? "r" : "l")]{\(lines.joined(separator: " \\\\ "))}"
    }
    var lines = [
      "% requires \\usepackage{booktabs}", "\\begin{table}", "\\centering", "\\scriptsize",
      "\\setlength{\\tabcolsep}{3pt}",
      "\\caption{\(escape(corpus)), \(escape(track)). \(escape(caption)) "
        + "\(escape(Sentences.relative))}",
      "\\begin{tabular}{\(columns.map { $0.isNumeric ? "r" : "l" }.joined())}",
      "\\toprule", heads.joined(separator: " & ") + " \\\\", "\\midrule",
    ]
    for row in rows {
      lines.append(row.cells.map { escape($0.text) }.joined(separator: " & ") + " \\\\")
    }
    lines += ["\\bottomrule", "\\end{tabular}", "\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }
}
