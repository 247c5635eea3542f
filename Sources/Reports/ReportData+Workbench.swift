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
    // A corpus that was made from another one of the report stands on its robustness page.
    let parents = Set(chosen.map(\.contentSHA256))
    let failed = try workbench.runs().filter { $0.status == .failed }
    var reports: [CorpusReport] = []
    for record in chosen
    where !(record.derivation.map { parents.contains($0.parentSHA256) } ?? false) {
      var report = CorpusReport(record: record)
      var content = CorpusContent()
      if depth == .everything {
        try progress("reading \(record.name)")
        content = try CorpusContent(of: record.name, in: workbench)
        report.splits = content.splits
      }
      for track in tracks where split == nil || split == track.rawValue {
        let runs = try workbench.leaderboard(corpus: record.name, split: track)
        guard !runs.isEmpty else { continue }
        let rows = try runs.map { run in
          try progress("\(record.name), \(track.rawValue): \(run.detector), \(run.policy)")
          return try row(of: run, in: workbench, depth: depth, withheld: content.withheld)
        }
        var track = TrackReport(split: track.rawValue, rows: rows)
        track.failed = failed.filter {
          $0.corpus == record.name && $0.split.rawValue == track.split
        }
        if depth == .everything {
          track.prices = try ViewPrice.all(of: rows) { row in
            try progress("\(record.name), \(track.name): \(row.run.detector), \(row.run.view)")
            return try workbench.evaluated(run: row.run.id, split: row.run.split)
          }
          try readHeadlines(
            of: &track, record.name, content.truth, in: workbench, progress: progress)
        }
        report.tracks.append(track)
      }
      if depth == .everything {
        report.audits = try workbench.audits(corpus: record.name)
        report.robustness = try RobustnessPoint.all(of: report, in: workbench, progress: progress)
      }
      if depth == .everything, let track = report.tracks.first {
        report.errorCases = try track.plotted.map { plotted in
          try progress("\(record.name), errors: \(plotted.label)")
          let run = plotted.row.run
          let units = try workbench.evaluated(run: run.id, split: run.split)
          return try DetectorErrors(run, units, source: record.source, in: workbench)
        }
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

  /// Reads what only headline runs are read for.
  private static func readHeadlines(
    of track: inout TrackReport, _ corpus: String, _ truth: [String: MessageTruth],
    in workbench: Workbench, progress: (String) throws -> Void
  ) throws {
    let headline = Set(track.headline.rows.map(\.run.id))
    var units: [Int: [EvaluatedConversation]] = [:]
    let ceiling = track.headline.rows.first { $0.isControl && $0.run.detector == "oracle" }?
      .value("auroc")
    for index in track.rows.indices where headline.contains(track.rows[index].run.id) {
      let run = track.rows[index].run
      try progress("\(track.name), details: \(run.detector)")
      var own = try workbench.evaluated(run: run.id, split: run.split)
      var detail = RowDetail(own, truth: truth)
      units[run.id] = own
      let predictions = try workbench.predictions(run: run.id, withMessageScores: true)
      let said = Dictionary(uniqueKeysWithValues: predictions.map { ($0.conversation, $0) })
      for place in own.indices {
        guard let prediction = said[own[place].id] else { continue }
        own[place].outcome = prediction.outcome
        own[place].messageScores = prediction.messageScores
      }
      // A control is there to show such figures.
      if !track.rows[index].isControl {
        detail.findings = ResultFinding.all(of: own, ceiling: ceiling)
      }
      for prediction in predictions where prediction.outcome != .ok {
        detail.failures[prediction.outcome, default: 0] += 1
      }
      detail.stages = StageSummary(
        predictions.compactMap { prediction in
          guard let stages = truth[prediction.conversation]?.stages,
            !stages.isEmpty, stages.count == prediction.messageStages.count
          else { return nil }
          return (stages, prediction.messageStages)
        })
      track.rows[index].detail = detail
    }
    track.slices = try ReportTable.slices(corpus: corpus, track: track, in: workbench) {
      try progress("\(track.name), slices")
    }
    try progress("\(track.name), head to head")
    track.headToHead = HeadToHead(track.plotted) { units[$0.run.id] ?? [] }
  }

  private static func now() -> String {
    Date.now.formatted(.iso8601)
  }
}
