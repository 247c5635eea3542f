import Store

/// A short table for a page: detectors down, chosen metrics across, of one corpus and several tracks.
///
/// ```swift
/// let columns = try SummaryTable.columns("auroc,f1,auroc@iid", tracks: ["template-ood", "iid"])
/// print(SummaryTable(corpus, columns: columns).markdown)
/// ```
public struct SummaryTable: Sendable {
  /// A metric on a track.
  public struct Column: Sendable, Equatable {
    /// The metric.
    public var metric: Metric
    /// What the contract calls the track.
    public var track: String
  }

  private let tracks: [TrackReport]
  private let columns: [Column]

  /// A table of a corpus.
  public init(_ corpus: CorpusReport, columns: [Column]) {
    (tracks, self.columns) = (corpus.tracks, columns)
  }

  /// Columns by their names: a metric of the contract, on the first track; or `metric@track`.
  ///
  /// - Parameters:
  ///   - text: names joined by commas.
  ///   - tracks: those there are, the headline first.
  /// - Throws: ``UnknownColumn`` for a name that is neither.
  public static func columns(
    _ text: String, tracks: [String]
  ) throws(UnknownColumn) -> [Column] {
    var columns: [Column] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let parts = word.split(separator: "@", maxSplits: 1).map(String.init)
      guard let name = parts.first, let metric = Metric.all.first(where: { $0.name == name }) else {
        throw UnknownColumn(word: word, available: Metric.all.map(\.name))
      }
      let track = parts.count == 2 ? parts[1] : tracks.first ?? ""
      guard tracks.isEmpty || tracks.contains(track) else {
        throw UnknownColumn(word: word, available: tracks.map { "\(name)@\($0)" })
      }
      columns.append(Column(metric: metric, track: track))
    }
    return columns
  }

  /// The table in Markdown: the ceiling first, then competitors by the first column, the other
  /// controls last; a value that a detector lacks is `—`.
  public var markdown: String {
    let names = columns.map(\.track)
    let severalTracks = Set(names).count > 1
    let heads = columns.map { column in
      column.metric.title + (severalTracks ? ", \(column.track)" : "")
    }
    var lines = [
      "| Detector | " + heads.joined(separator: " | ") + " |",
      "|---|" + String(repeating: "---:|", count: columns.count),
    ]
    for row in ordered {
      let cells = columns.map { column -> String in
        guard let found = self.row(like: row, on: column.track) else { return NumberText.none }
        let (value, interval) = LeaderboardTable.cell(found, column.metric)
        return [value, interval].compactMap(\.self).joined(separator: " ")
      }
      lines.append("| " + ([label(row)] + cells).joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var ordered: [ResultRow] {
    guard let first = columns.first, let track = tracks.first(where: { $0.name == first.track })
    else { return [] }
    func place(_ row: ResultRow) -> Int {
      row.isControl ? (row.run.detector == "oracle" ? 0 : 2) : 1
    }
    return track.rows.sorted { a, b in
      if place(a) != place(b) { return place(a) < place(b) }
      switch (a.value(first.metric.name), b.value(first.metric.name)) {
      case (let x?, let y?) where x != y:
        return first.metric.direction == .higher ? x > y : x < y
      case (_?, nil): return true
      case (nil, _?): return false
      default:
        let (x, y) = (a.run, b.run)
        return (x.detector, x.policy, x.view) < (y.detector, y.policy, y.view)
      }
    }
  }

  private func row(like row: ResultRow, on track: String) -> ResultRow? {
    tracks.first { $0.name == track }?.rows.first { other in
      (other.run.detector, other.run.policy, other.run.view)
        == (row.run.detector, row.run.policy, row.run.view)
    }
  }

  /// The detector as code, with its role, and the policy and view that are not the usual ones.
  private func label(_ row: ResultRow) -> String {
    let name = row.run.detector.replacing("`", with: "'").replacing("|", with: "\\|")
    let marks =
      (row.isControl ? [LeaderboardTable.controlRole(row)] : [])
      + (row.run.policy == "threshold" ? [] : [row.run.policy])
      + (row.run.view == "full" ? [] : [row.run.view])
    return "`\(name)`" + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
  }
}

/// A word that names no column of a table.
public struct UnknownColumn: Error, Equatable, CustomStringConvertible {
  /// The word.
  public var word: String
  /// What would have been one.
  public var available: [String]

  /// One sentence.
  public var description: String {
    "Unknown metric '\(word)'. There are: \(available.joined(separator: ", "))."
  }
}
