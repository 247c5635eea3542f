import Chat
import Evaluation
import Foundation
public import Store

/// The leaderboard over corpora of one recipe and several seeds: per detector and metric the mean, the
/// spread between corpus seeds and between training seeds, and the extremes.
///
/// Corpora belong together where they were generated from one recipe: the recipe that is stored with
/// each, its seed left out, is the same. Their names play no part.
///
/// ```swift
/// let tables = try SeedSpreadTable.gather(from: workbench, split: "test")
/// print(tables.map { $0.text(.markdown) }.joined(separator: "\n"))
/// ```
public struct SeedSpreadTable: Sendable {
  /// A detector under a policy, with a view and an objective.
  struct Subject: Hashable, Comparable {
    var detector: String
    var policy: String
    var view: String
    var objective: String

    static func < (a: Subject, b: Subject) -> Bool {
      (a.detector, a.policy, a.view, a.objective) < (b.detector, b.policy, b.view, b.objective)
    }
  }

  /// The name of the recipe.
  public let recipe: String
  /// The split.
  public let split: String
  /// The seeds of the corpora that have runs.
  public let corpusSeeds: [UInt64]
  /// By subject and by the name of the contract.
  var spreads: [Subject: [String: SeedSpread]]

  /// Every recipe with finished runs on generated corpora, by its name.
  ///
  /// - Parameters:
  ///   - corpus: one corpus of the recipe; nil takes all recipes.
  ///   - split: the split.
  ///   - policies: these alone; nil takes all.
  ///   - views: these alone; nil takes all.
  ///   - progress: called before each run; may throw to stop.
  /// - Throws: ``ReportError/unknownCorpus(_:available:)``, and what the workbench throws.
  public static func gather(
    from workbench: Workbench, corpus: String? = nil, split: String, policies: [String]? = nil,
    views: [String]? = nil, progress: () throws -> Void = {}
  ) throws -> [SeedSpreadTable] {
    let corpora = try workbench.corpora()
    if let corpus, !corpora.contains(where: { $0.name == corpus }) {
      throw ReportError.unknownCorpus(corpus, available: corpora.map(\.name))
    }
    let families = Dictionary(grouping: corpora.filter { family(of: $0) != nil }) {
      family(of: $0)?.key ?? ""
    }
    let runs = try workbench.runs().filter { run in
      run.status.isFinished && run.split.rawValue == split
        && policies?.contains(run.policy) ?? true && views?.contains(run.view) ?? true
    }
    var tables: [SeedSpreadTable] = []
    for (_, members) in families.sorted(by: { $0.key < $1.key }) {
      guard corpus == nil || members.contains(where: { $0.name == corpus }) else { continue }
      let seeds = Dictionary(members.map { ($0.name, $0.seed ?? 0) }) { first, _ in first }
      var samples: [Subject: [String: [Place: Double]]] = [:]
      // Later runs of the same thing take the place of earlier ones.
      for run in runs {
        guard let seed = seeds[run.corpus] else { continue }
        try progress()
        let subject = Subject(
          detector: run.detector, policy: run.policy, view: run.view, objective: run.objective)
        let metrics =
          try workbench.metrics(run: run.id)
          + ReportData.measured(run, try workbench.latency(run: run.id))
        for metric in metrics {
          let place = Place(corpus: seed, training: run.seed)
          samples[subject, default: [:]][metric.name, default: [:]][place] = metric.value
        }
      }
      guard !samples.isEmpty else { continue }
      let used = Set(samples.values.flatMap { $0.values.flatMap { $0.keys.map(\.corpus) } })
      tables.append(
        SeedSpreadTable(
          recipe: family(of: members[0])?.name ?? members[0].name, split: split,
          corpusSeeds: used.sorted(),
          spreads: samples.mapValues { metrics in
            metrics.mapValues { values in
              SeedSpread(
                values.map { .init(corpus: $0.corpus, training: $0.training, value: $1) })
            }
          }))
    }
    return tables
  }

  /// Where a value was measured.
  private struct Place: Hashable {
    var corpus: UInt64
    var training: UInt64
  }

  /// What corpora of one recipe share; nil where a corpus was not generated.
  static func family(of corpus: CorpusRecord) -> (key: String, name: String)? {
    guard corpus.source == "generated", let recipe = corpus.recipe,
      var members = (try? JSONSerialization.jsonObject(with: Data(recipe.utf8)))
        as? [String: Any]
    else { return nil }
    members["seed"] = nil
    let name = members["name"] as? String ?? corpus.name
    guard let key = try? JSONSerialization.data(withJSONObject: members, options: [.sortedKeys])
    else { return nil }
    return (String(decoding: key, as: UTF8.self), name)
  }
}
