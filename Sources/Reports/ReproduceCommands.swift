import Chat
import Foundation
import Store

/// The commands that make a report again, read from the stored runs.
struct ReproduceCommands {
  /// One command a line.
  let lines: [String]

  init(_ data: ReportData) {
    var lines: [String] = []
    for corpus in data.corpora {
      lines.append(Self.corpusCommand(corpus.record))
      for track in corpus.tracks {
        lines += Self.runCommands(corpus.record.name, track.split, track.rows)
      }
      lines += Self.robustnessCommands(corpus.robustness)
      if !corpus.audits.isEmpty {
        lines.append("nightlight-corpus audit \(Self.shellQuoted(corpus.record.name))")
      }
    }
    self.lines = lines + ["nightlight-report build --output report"]
  }

  private static func corpusCommand(_ record: CorpusRecord) -> String {
    if let derivation = record.derivation { return perturbCommand(derivation, record.name) }
    let name = shellQuoted(record.name)
    guard record.source == "generated" else {
      return "nightlight-corpus import --format \(shellQuoted(record.source)) FILE --name \(name)"
    }
    let recipe = recipeName(record).map { "Datasets/recipes/\($0).json" } ?? "RECIPE.json"
    let seed = record.seed.map { " --seed \($0)" } ?? ""
    return "nightlight-corpus generate --recipe \(shellQuoted(recipe))\(seed) --name \(name)"
  }

  private static func perturbCommand(_ derivation: Derivation, _ name: String) -> String {
    let splits = derivation.splits.map(\.rawValue).joined(separator: ",")
    return "nightlight-corpus perturb \(shellQuoted(derivation.parent)) --kind "
      + "\(shellQuoted(derivation.kind)) --level \(shellQuoted(derivation.level)) "
      + "--seed \(derivation.seed) --splits \(shellQuoted(splits)) --name \(shellQuoted(name))"
  }

  /// Every corpus that was made by noise, in the order of the points, with what ran on it.
  private static func robustnessCommands(_ points: [RobustnessPoint]) -> [String] {
    var names: [String] = []
    for point in points where !names.contains(point.corpus) { names.append(point.corpus) }
    return names.flatMap { name -> [String] in
      let own = points.filter { $0.corpus == name }
      let splits = Dictionary(grouping: own) { $0.noisy.run.split.rawValue }
      return own.prefix(1).map { perturbCommand($0.derivation, name) }
        + splits.sorted { $0.key < $1.key }.flatMap { split, points in
          runCommands(name, split, points.map(\.noisy))
        }
    }
  }

  /// One command per objective and seed, with everything that ran under it.
  private static func runCommands(
    _ corpus: String, _ split: String, _ rows: [ResultRow]
  ) -> [String] {
    let rows = rows.filter { $0.run.detectorKind != .imported }
    let groups = Dictionary(grouping: rows) { [$0.run.objective, "\($0.run.seed)"] }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      let runs = groups[key]?.map(\.run) ?? []
      func list(_ values: [String]) -> String {
        shellQuoted(Set(values).sorted().joined(separator: ","))
      }
      let budget =
        key[0].hasPrefix("fpr<=") ? " --budget \(shellQuoted(String(key[0].dropFirst(5))))" : ""
      return "nightlight-bench run --corpus \(shellQuoted(corpus))"
        + " --detectors \(list(runs.map(\.detector))) --policies \(list(runs.map(\.policy)))"
        + " --views \(list(runs.map(\.view)))\(budget) --seed \(key[1])"
        + " --split \(shellQuoted(split))"
    }
  }

  private static func recipeName(_ record: CorpusRecord) -> String? {
    guard let recipe = record.recipe,
      let object = try? JSONSerialization.jsonObject(with: Data(recipe.utf8)) as? [String: Any],
      let name = object["name"] as? String,
      name.utf8.allSatisfy({ $0 == 0x2d || $0 == 0x5f || isAlphanumeric($0) }), !name.isEmpty
    else { return nil }
    return name
  }

  /// A word as a POSIX shell reads it back.
  static func shellQuoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { isAlphanumeric($0) || "-_./,=:".utf8.contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// Whether a byte is a letter or digit of ASCII.
func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte)
}
