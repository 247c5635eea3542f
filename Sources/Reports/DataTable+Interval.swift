import Pages

extension DataTable.Cell {
  /// A number as people read it, its interval below it, sorted by the value behind it.
  init(_ text: String, interval: String?, value: Double?) {
    var content: [HTML] = [.text(text)]
    if let interval { content.append(.element("span", ["class": "detail"], [.text(interval)])) }
    self.init(content, sortKey: value.map(JSONText.number) ?? "")
  }

  /// A metric of a run.
  init(_ row: ResultRow, _ metric: Metric) {
    let (text, interval) = LeaderboardTable.cell(row, metric)
    self.init(text, interval: interval, value: row.value(metric.name))
  }
}
