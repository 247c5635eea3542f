import Benchmarking
import Chat
import Evaluation
import Foundation
public import Store

extension ReportData {
  /// How much of a run is read.
  public enum Depth: Sendable {
    /// What tables show.
    case tables
    /// Also curves, reviewer load, false alerts per scenario and the slice without withheld content.
    case everything
  }

  /// Reads a report's data from a workbench.
  ///
  /// - Parameters:
  ///   - corpus: one corpus; nil takes all.
  ///   - split: one split by name; nil takes every split with finished runs.
  ///   - depth: how much of a run is read.
  ///   - progress: called before each run with a text that names it; may throw to stop.
  /// - Throws: ``ReportError`` for an unknown corpus or an empty database, and what the workbench
  ///   throws.
  public static func gather(
    from workbench: Workbench, corpus: String? = nil, split: String? = nil,
    depth: Depth = .everything, version: String = "",
    progress: (String) throws -> Void = { _ in }
  ) throws -> ReportData {
    let all = try workbench.corpora()
    guard !all.isEmpty else { throw ReportError.noCorpora }
    let chosen = corpus.map { name in all.filter { $0.name == name } } ?? all
    if let corpus, chosen.isEmpty {
      throw ReportError.unknownCorpus(corpus, available: all.map(\.name))
    }
    var reports: [CorpusReport] = []
    for record in chosen {
      var report = CorpusReport(record: record)
      var withheld: Set<String> = []
      if depth == .everything {
        try progress("reading \(record.name)")
        (report.splits, withheld) = try facts(of: record.name, in: workbench)
      }
      for track in tracks where split == nil || split == track.rawValue {
        let runs = try workbench.leaderboard(corpus: record.name, split: track)
        guard !runs.isEmpty else { continue }
        let rows = try runs.map { run in
          try progress("\(record.name), \(track.rawValue): \(run.detector), \(run.policy)")
          return try row(of: run, in: workbench, depth: depth, withheld: withheld)
        }
        var track = TrackReport(split: track.rawValue, rows: rows)
        if depth == .everything {
          track.prices = try ViewPrice.all(of: rows) { row in
            try progress("\(record.name), \(track.name): \(row.run.detector), \(row.run.view)")
            return try workbench.evaluated(run: row.run.id, split: row.run.split)
          }
        }
        report.tracks.append(track)
      }
      reports.append(report)
    }
    return ReportData(
      corpora: reports, version: version, createdUTC: Self.now(), machine: Machine.facts())
  }

  /// The headline track first, then its gap's other side, then the rest.
  private static let tracks: [Split] =
    [.test, .testIID] + Split.allCases.filter { $0 != .test && $0 != .testIID }

  private static func row(
    of run: RunRecord, in workbench: Workbench, depth: Depth, withheld: Set<String>
  ) throws -> ResultRow {
    let units = try workbench.evaluated(run: run.id, split: run.split)
    let scored = units.count { $0.score != nil }
    var row = ResultRow(
      run: run, count: units.count, positiveCount: units.count { $0.isPositive },
      coverage: units.isEmpty ? nil : Double(scored) / Double(units.count))
    for metric in try workbench.metrics(run: run.id) { row.metrics[metric.name] = metric }
    for metric in measured(run, try workbench.latency(run: run.id)) {
      row.metrics[metric.name] = metric
    }
    if let environment = run.environment {
      row.machine = try workbench.environment(id: environment).map { Fact($0.name, $0.value) }
    }
    row.facts = try workbench.facts(run: run.id).map { Fact($0.name, $0.value) }
    guard depth == .everything, !units.isEmpty else { return row }
    row.precisionRecall = Curves.precisionRecall(units)
    row.roc = Curves.roc(units)
    row.delaySurvival = Curves.delaySurvival(units)
    row.falseAlerts = falseAlerts(units)
    row.load = ReviewerLoad(units)
    let clean = units.filter { !withheld.contains($0.id) }
    row.withoutWithheldCount = clean.count
    if clean.count < units.count {
      for metric in MetricSuite.evaluate(clean, bootstrap: nil) {
        row.withoutWithheld[metric.name] = metric
      }
    }
    return row
  }

  /// The metrics that the clock decides, from the run and its histogram.
  static func measured(_ run: RunRecord, _ histogram: LatencyHistogram?) -> [MetricValue] {
    let samples = Int(clamping: histogram?.count ?? 0)
    let percentiles = [("p50_ns", 50), ("p90_ns", 90), ("p99_ns", 99), ("p99_9_ns", 99.9)]
      .map { name, percentile in
        MetricValue(
          name, histogram?.value(atPercentile: percentile).map(Double.init), count: samples)
      }
    return percentiles + [
      MetricValue("messages_per_second", run.messagesPerSecond, count: samples),
      MetricValue("train_seconds", run.trainSeconds, count: samples),
      MetricValue("model_bytes", run.modelBytes.map(Double.init), count: samples),
    ]
  }

  /// False alerts per scenario, hard negatives first, then by name.
  static func falseAlerts(_ units: [EvaluatedConversation]) -> [FalseAlertCount] {
    Burden(units).families.map { family in
      FalseAlertCount(
        scenario: family.scenario ?? "—", kind: family.kind?.rawValue ?? "—",
        benign: family.perThousandConversations.trials,
        alerts: family.perThousandConversations.events)
    }
  }

  /// What each split holds, and which conversations hold the token for withheld content.
  private static func facts(
    of corpus: String, in workbench: Workbench
  ) throws -> ([SplitFacts], withheld: Set<String>) {
    var facts: [String: SplitFacts] = [:]
    var withheld: Set<String> = []
    let token = Array("[content-withheld]".utf8)
    try workbench.readChunks(corpus: corpus, split: nil) { chunk in
      for conversation in chunk.conversations {
        let name = conversation.split?.rawValue ?? "—"
        var split = facts[name] ?? SplitFacts(split: name)
        switch conversation.label {
        case .grooming: split.grooming += 1
        case .benign: split.benign += 1
        case .insufficientEvidence: split.insufficientEvidence += 1
        case nil: split.unlabelled += 1
        }
        split.messages += conversation.messages.count
        let holdsToken = conversation.messages.contains { message in
          chunk.messages.signs[message].contains(.withheld)
            || chunk.messages.withText(message) { contains(token, in: $0) }
        }
        if holdsToken {
          split.withheld += 1
          withheld.insert(conversation.id)
        }
        facts[name] = split
      }
    }
    let order = Split.allCases.map(\.rawValue) + ["—"]
    return (order.compactMap { facts[$0] }, withheld)
  }

  private static func contains(_ token: [UInt8], in text: Span<UInt8>) -> Bool {
    guard text.count >= token.count else { return false }
    for start in 0...(text.count - token.count) where text[start] == token[0] {
      var length = 1
      while length < token.count, text[start + length] == token[length] { length += 1 }
      if length == token.count { return true }
    }
    return false
  }

  private static func now() -> String {
    Date.now.formatted(.iso8601)
  }
}
