import Chat
import Evaluation
import Foundation
import Store

extension ReportData {
  /// Reads tables that `table --format json` printed, so that a page can be made from a committed
  /// file where no database is.
  ///
  /// ```swift
  /// let data = try ReportData(tableFile: bytes, path: "leaderboard.json")
  /// LeaderboardTable(corpus: "everyday", track: data.corpora[0].tracks[0]).json  // the same bytes
  /// ```
  ///
  /// What the file does not say is empty: curves, false alarms by scenario, the marks of a
  /// convention, and everything of a run but its detector, policy, view and objective.
  ///
  /// - Parameters:
  ///   - bytes: one object for one track, or an array of them.
  ///   - path: for errors.
  /// - Throws: ``ReportError/invalidTables(path:reason:)``. O(length).
  public init(tableFile bytes: [UInt8], path: String) throws(ReportError) {
    let tables: [Table]
    do {
      let isArray = bytes.first { !Self.isSpace($0) } == UInt8(ascii: "[")
      let decoder = JSONDecoder()
      tables =
        isArray
        ? try decoder.decode([Table].self, from: Data(bytes))
        : [try decoder.decode(Table.self, from: Data(bytes))]
    } catch {
      throw .invalidTables(path: path, reason: Self.reason(error))
    }
    self.init()
    for table in tables {
      guard let split = Self.split(ofTrack: table.track) else {
        throw .invalidTables(path: path, reason: "unknown track '\(table.track)'")
      }
      var rows: [ResultRow] = []
      for row in table.rows {
        guard let kind = DetectorKind(rawValue: row.kind) else {
          throw .invalidTables(path: path, reason: "unknown kind '\(row.kind)' of a detector")
        }
        rows.append(row.result(kind, corpus: table.corpus, split: split, number: rows.count + 1))
      }
      let track = TrackReport(split: split.rawValue, rows: rows)
      if let index = corpora.firstIndex(where: { $0.record.name == table.corpus }) {
        corpora[index].tracks.append(track)
      } else {
        let record = CorpusRecord(name: table.corpus, contentSHA256: "", source: "")
        corpora.append(CorpusReport(record: record, tracks: [track]))
      }
    }
  }

  /// The data with the rows of some policies and views alone; nil keeps all. Tracks and corpora that
  /// lose every row are left out.
  public func keeping(policies: [String]?, views: [String]?) -> ReportData {
    guard policies != nil || views != nil else { return self }
    var kept = self
    kept.corpora = corpora.compactMap { corpus in
      var corpus = corpus
      corpus.tracks = corpus.tracks.compactMap { track in
        var track = track
        track.rows = track.rows.filter { row in
          policies?.contains(row.run.policy) ?? true && views?.contains(row.run.view) ?? true
        }
        return track.rows.isEmpty ? nil : track
      }
      return corpus.tracks.isEmpty ? nil : corpus
    }
    return kept
  }

  /// The data of one corpus and one split alone; nil keeps all.
  ///
  /// - Throws: ``ReportError/unknownCorpus(_:available:)``.
  public func keeping(corpus: String?, split: String?) throws(ReportError) -> ReportData {
    var kept = self
    if let corpus {
      kept.corpora.removeAll { $0.record.name != corpus }
      guard !kept.corpora.isEmpty else {
        throw .unknownCorpus(corpus, available: corpora.map(\.record.name))
      }
    }
    guard let split else { return kept }
    for index in kept.corpora.indices {
      kept.corpora[index].tracks.removeAll { $0.split != split }
    }
    return kept
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")].contains(byte)
  }

  private static func split(ofTrack name: String) -> Split? {
    Split.allCases.first { TrackReport(split: $0.rawValue, rows: []).name == name }
  }

  /// Where the text stopped being a table, without a word of it.
  private static func reason(_ error: any Error) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      return path.isEmpty ? "the file" : path.joined()
    }
    return switch error as? DecodingError {
    case .keyNotFound(let key, let context): "\(place(context)) has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(place(context)) is of another type"
    default: "no JSON"
    }
  }

  /// One track of the file.
  private struct Table: Decodable {
    var corpus: String
    var track: String
    var rows: [Row]
  }

  /// One row of the file.
  private struct Row: Decodable {
    var detector: String
    var kind: String
    var policy: String
    var view: String
    var objective: String
    var count: Int
    var positiveCount: Int
    var coverage: Double?
    var metrics: [String: Double?]
    var intervals: [String: [Double]]

    enum CodingKeys: String, CodingKey {
      case detector, kind, policy, view, objective, coverage, metrics, intervals
      case count = "n"
      case positiveCount = "n_positive"
    }

    func result(_ kind: DetectorKind, corpus: String, split: Split, number: Int) -> ResultRow {
      let run = RunRecord(
        id: number, key: "", corpus: corpus, split: split, detector: detector, detectorKind: kind,
        detectorVersion: 0, detectorParameters: "{}", policy: policy, policyParameters: "{}",
        view: view, objective: objective, seed: 0, status: .done, startedUTC: "")
      var row = ResultRow(run: run, count: count, positiveCount: positiveCount, coverage: coverage)
      for (name, value) in metrics {
        guard let value else { continue }
        let ends = intervals[name].flatMap { $0.count == 2 ? $0 : nil }
        row.metrics[name] = MetricValue(name, value, low: ends?[0], high: ends?[1], count: count)
      }
      return row
    }
  }
}
