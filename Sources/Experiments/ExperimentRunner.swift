import Audits
import Benchmarking
import Chat
import Detection
import Evaluation
import Foundation
public import Store

/// Runs a plan: trains, fits policies on validation, scores, measures, stores.
///
/// Every run is named by its key. A run that is done is reused; one that was cut off goes on with the
/// conversations that have no prediction yet, so no conversation counts twice and at most one small
/// transaction of work is lost.
public struct ExperimentRunner {
  /// What happens meanwhile, for progress lines.
  public enum Event: Sendable, Equatable {
    /// A run with this key was done before.
    case reused(RunRecord)
    /// Training begins.
    case training(String)
    /// A contestant is ready after so many seconds.
    case trained(String, seconds: Double)
    /// So many conversations were scored by one contestant.
    case scored(String, conversations: Int)
    /// Latency is measured, all contestants in turn.
    case timing
    /// A detector is left out of a view or a policy that it cannot work with.
    case leftOut(String, reason: String)
    /// A contestant lacks something that is not installed; the others go on.
    case skipped(String, reason: String)
    /// How long a detector from elsewhere took for a message, and the end of its log.
    case timedExternal(String, ExternalTiming, log: String)
    /// A contestant could not be trained or failed too often; the others go on.
    case failed(String, reason: String)
    /// A run is done.
    case finished(RunRecord)
  }

  let workbench: Workbench
  let plan: RunPlan
  let corpus: CorpusRecord
  let threads: Int
  /// The machine, as the database numbers it.
  let environment: Int
  let report: (Event) throws -> Void

  /// A runner; `report` may throw to stop between two pieces of work.
  ///
  /// - Throws: `StoreError` for an unknown corpus, ``ExperimentError/unknownDetector(_:suggestion:)``.
  public init(
    _ workbench: Workbench, plan: RunPlan, threads: Int = availableThreads,
    report: @escaping (Event) throws -> Void = { _ in }
  ) throws {
    let known = Self.allDetectors + plan.externals.map(\.name)
    for name in plan.detectors where !known.contains(name) {
      throw ExperimentError.unknownDetector(name, known: known)
    }
    (self.workbench, self.plan, self.threads, self.report) = (workbench, plan, threads, report)
    corpus = try workbench.corpus(named: plan.corpus)
    environment = try workbench.save(
      environment: MachineEnvironment.current.properties.map { ($0.name, $0.value) })
  }

  /// Every name that `all` stands for: the built-in detectors, then the oracle.
  public static var allDetectors: [String] { DetectorCatalogue.entries.map(\.name) + [Oracle.name] }

  /// Does everything that is not done yet.
  ///
  /// - Returns: the runs of the plan, finished, in its order; those of failed contestants left out.
  /// - Throws: ``ExperimentError/missingClass(corpus:split:label:)``, `StoreError`, what `report`
  ///   throws.
  public func run() throws -> [RunRecord] {
    var finished: [RunRecord] = []
    for number in 0..<plan.repeats {
      finished += try run(repeat: number)
    }
    return finished
  }

  private func run(repeat number: Int) throws -> [RunRecord] {
    let seed = plan.seed &+ UInt64(number)
    let externals = try greetExternals(seed: seed, number)
    var (finished, open) = try sortOut(seed: seed, externals)
    for record in finished { try report(.reused(record)) }
    guard !open.isEmpty else { return finished }

    let training = try examples(.train)
    let validation = try examples(.validation)
    var entries: [Entry] = []
    for view in plan.views {
      let lens = ViewLens(view, salt: seed)
      let (seen, held) = (lens.examples(training), lens.examples(validation))
      for name in plan.detectors {
        let runs = open.filter { $0.detector == name && $0.view == view }
        guard !runs.isEmpty else { continue }
        if name == Oracle.name, !Oracle.applies(to: training) {
          try report(.failed(name, reason: "the corpus holds no gold acts; the oracle needs them"))
          continue
        }
        try report(.training(name))
        do {
          let contestant =
            try externals[name].map { try Contestant(external: $0, on: training) }
            ?? Contestant(
              training: name, on: seen, validation: held, lens: lens, seed: seed,
              members: entries.map(\.contestant).filter { $0.lens.view == view }
                .compactMap(\.detector),
              checkpoint: { try report(.training(name)) })
          try report(.trained(name, seconds: contestant.trainSeconds))
          entries.append(try fit(contestant, validation, runs, number))
        } catch let error as DetectionError {
          try report(.failed(name, reason: "\(error)"))
        } catch let fault as ExternalFault {
          for run in runs {
            if let external = externals[name] {
              try keepFailed(run, external.manifest, fault, number)
            }
          }
          try report(.failed(name, reason: fault.description))
        }
      }
    }
    for split in plan.splits { try score(&entries, split) }
    try measureLatency(of: &entries)
    try measureExternals(&entries)
    finished += try finish(entries)
    return finished
  }

  /// Which runs of the plan are done, and which are open (with their partial record, if any).
  private func sortOut(
    seed: UInt64, _ externals: [String: ExternalDetector]
  ) throws -> (done: [RunRecord], open: [OpenRun]) {
    var done: [RunRecord] = []
    var open: [OpenRun] = []
    let absent = Set(plan.externals.map(\.name)).subtracting(externals.keys)
    for view in plan.views {
      for name in plan.detectors where !absent.contains(name) {
        let isSupported =
          externals[name] == nil ? Contestant.supports(view, name) : view == .full
        guard isSupported else {
          let reason = "it does not work from the view '\(view.rawValue)'"
          try report(.leftOut(name, reason: reason))
          continue
        }
        for policy in plan.policies {
          for split in plan.splits {
            let key = RunPlan.key(
              content: corpus.contentSHA256, split: split,
              detector: keyName(of: name, externals),
              version: Contestant.version(of: name), policy: policy,
              objective: plan.objective.text, view: view.rawValue, seed: seed)
            let record = try workbench.run(key: key)
            if let record, record.status.isFinished {
              done.append(record)
            } else {
              open.append(
                OpenRun(
                  key: key, detector: name, policy: policy, view: view, split: split, seed: seed,
                  record: record))
            }
          }
        }
      }
    }
    return (done, open)
  }

  /// The labelled conversations of a split, in memory.
  func examples(_ split: Chat.Split) throws -> Examples {
    var chunks: [Chunk] = []
    try workbench.readChunks(corpus: corpus.name, split: split, maximumTextBytes: 4 << 20) {
      chunks.append($0)
    }
    let examples = Examples(chunks)
    for (isPositive, label) in [(true, Label.grooming), (false, Label.benign)]
    where !examples.items.contains(where: { $0.isPositive == isPositive }) {
      throw ExperimentError.missingClass(
        corpus: corpus.name, split: split.rawValue, label: label.rawValue)
    }
    return examples
  }

  private func finish(_ entries: [Entry]) throws -> [RunRecord] {
    var finished: [RunRecord] = []
    for entry in entries {
      var reason: String?
      for run in entry.runs {
        var record = run.record
        record.finishedUTC = Self.now()
        if let failure = try failure(of: entry.contestant, record) {
          (record.status, record.error, reason) = (.failed, failure, failure)
          _ = try workbench.save(record)
          continue
        }
        let units = try workbench.evaluated(run: record.id, split: record.split)
        let metrics = MetricSuite.evaluate(units, bootstrap: Bootstrap())
        try workbench.save(metrics, run: record.id, version: MetricSuite.version)
        record.status = try isComplete(record) ? .done : .partial
        let saved = try workbench.save(record)
        try report(.finished(saved))
        finished.append(saved)
      }
      if let reason { try report(.failed(entry.contestant.name, reason: reason)) }
    }
    return finished
  }

  /// The time in ISO 8601.
  static func now() -> String { Date.now.formatted(.iso8601) }
}

/// A run that has to be done or gone on with.
struct OpenRun {
  var key: String
  var detector: String
  var policy: String
  var view: View
  var split: Chat.Split
  var seed: UInt64
  var record: RunRecord?
}

/// A contestant with the runs that need its scores.
struct Entry {
  /// A run with its fitted policy and the conversations that have a prediction already.
  struct Run {
    var record: RunRecord
    var policy: StopPolicy
    var predicted: Set<String>
  }

  var contestant: Contestant
  var runs: [Run]
}
