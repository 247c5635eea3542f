import Pages

/// A table of figures that stands on the page and, with every digit, in files beside it.
struct ReportTable {
  /// A heading.
  struct Column {
    /// What the files for machines call it.
    var name: String
    /// What stands in the heading.
    var title: String
    /// The unit, below the title.
    var detail: String?
    /// Whether its cells are numbers with an interval.
    var isNumeric = false
  }

  /// A text for people and the numbers behind it.
  struct Cell {
    /// What people read.
    var text: String
    /// The number; nil where there is none.
    var value: Double?
    /// The lower end of its interval.
    var low: Double?
    /// The upper end of its interval.
    var high: Double?
    /// How the ends are written.
    var style = Metric.Style.rate

    /// The interval as people read it; nil without both ends.
    var interval: String? {
      guard let low, let high else { return nil }
      return "[\(Self.text(low, style)), \(Self.text(high, style))]"
    }

    /// A number in a style; of a small rate more digits, where three would say next to nothing.
    static func text(_ value: Double?, _ style: Metric.Style) -> String {
      guard style == .rate, let value, value > 0, value < 0.01 else {
        return NumberText.value(value, style)
      }
      return NumberText.fixed(value, 5)
    }
  }

  /// Cells in the order of the columns.
  struct Row {
    /// The first cell heads the row.
    var cells: [Cell]
    /// The class of the row on the page.
    var style: String?
  }

  /// The name of the corpus.
  var corpus: String
  /// What the contract calls the track.
  var track: String
  /// What the name of its files ends in.
  var fileSuffix: String
  /// The heading.
  var title: String
  /// What it shows.
  var caption: String
  /// The headings.
  var columns: [Column]
  /// The rows; none where no run has what the table shows.
  var rows: [Row]
  /// What stands in its place without rows.
  var absence = "No run has the predictions that this table shows."

  /// The table on a page.
  var html: HTML {
    DataTable(
      caption: caption,
      columns: columns.map { column in
        DataTable.Column(column.title, detail: column.detail, isNumeric: column.isNumeric)
      },
      rows: rows.map { row in
        DataTable.Row(
          zip(row.cells, columns).map { cell, column in
            column.isNumeric
              ? DataTable.Cell(cell.text, interval: cell.interval, value: cell.value)
              : DataTable.Cell(cell.text)
          }, style: row.style)
      }, isSortable: true
    ).html
  }

  /// The tables of a track beside its leaderboard.
  static func all(corpus: String, track: TrackReport) -> [ReportTable] {
    let tables = [
      policies, withheld, views, headToHead, headToHeadMatrix, delays, alertStages, reviewerLoad,
      reviewers, falseAlarms, calibration, stages,
    ]
    return tables.map { $0(corpus, track) } + [track.slices].compactMap(\.self)
      + confusions(corpus: corpus, track: track)
  }
}
