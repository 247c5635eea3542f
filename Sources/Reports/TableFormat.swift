/// The formats of a leaderboard.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Markdown, for people and issues.
  case markdown = "md"
  /// Comma-separated values with every metric, RFC 4180.
  case csv
  /// A `table` with `booktabs` rules, for papers.
  case latex
  /// The machine-readable form with every metric and interval.
  case json

  /// What the name of its files ends in.
  var fileExtension: String { self == .latex ? "tex" : rawValue }
}

extension LeaderboardTable {
  /// Tables in a format, ending in a newline.
  ///
  /// JSON is one object for one table and an array otherwise; CSV has one header for all.
  public static func text(of tables: [LeaderboardTable], format: TableFormat) -> String {
    switch format {
    case .markdown: tables.map(\.markdown).joined(separator: "\n")
    case .csv: csvHeader + tables.map(\.csvRows).joined()
    case .latex: tables.map(\.latex).joined(separator: "\n")
    case .json:
      tables.count == 1
        ? tables[0].json + "\n" : "[" + tables.map(\.json).joined(separator: ",\n ") + "]\n"
    }
  }
}
