public import Foundation

/// The cases that are followed over commits and the corpora they work on, read from a file.
///
/// A case with `detectors` stands for one case per detector, its name followed by the detector's;
/// `["all"]` stands for every one that the reader is told of.
///
/// ```json
/// {"corpora": {"smoke": {"recipe": "../recipes/smoke.json", "seed": 1, "conversations": 200,
///                        "sha256": "…"}},
///  "cases": [{"name": "cpu score", "kind": "timed", "component": "score", "corpus": "smoke",
///             "detectors": ["linear-svm"], "passes": 4, "version": 1, "unit": "ns",
///             "direction": "lower", "expect": 15046}]}
/// ```
public struct CaseSuite: Sendable, Equatable {
  /// A generated input.
  public struct Corpus: Sendable, Equatable {
    /// The recipe; a path relative to the file of the suite, as given there.
    public var recipe: String
    /// The seed of generation.
    public var seed: UInt64
    /// How many conversations the recipe is asked for, extra splits not counted.
    public var conversations: Int
    /// The SHA-256 of the canonical lines, in hexadecimal digits.
    public var sha256: String
  }

  /// The inputs by key.
  public var corpora: [String: Corpus]
  /// The cases in the order of the file.
  public var cases: [BenchmarkCase]

  /// Reads a suite.
  ///
  /// - Parameters:
  ///   - path: the name of the file in errors; recipes become paths from where it can be read.
  ///   - detectors: what `all` stands for.
  /// - Throws: ``CaseSuiteError`` where the text is no suite: which case, what, what was expected.
  public init(json data: Data, path: String, detectors: [String]) throws(CaseSuiteError) {
    let file: SuiteFile
    do {
      file = try JSONDecoder().decode(SuiteFile.self, from: data)
    } catch {
      throw CaseSuiteError(path, CaseSuiteError.sentence(error))
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    corpora = file.corpora.mapValues { corpus in
      Corpus(
        recipe: corpus.recipe.hasPrefix("/")
          ? corpus.recipe : (folder.map(String.init) + [corpus.recipe]).joined(separator: "/"),
        seed: corpus.seed, conversations: corpus.conversations, sha256: corpus.sha256)
    }
    cases = []
    for (index, row) in file.cases.enumerated() {
      let place = "case \(index + 1) ('\(row.name)')"
      for name in row.detectors?.flatMap({ $0 == "all" ? detectors : [$0] }) ?? [] {
        guard detectors.contains(name) else {
          throw CaseSuiteError(
            path,
            "\(place): no detector '\(name)'; expected all, \(detectors.joined(separator: ", "))")
        }
        cases.append(row.definition(detector: name))
      }
      if row.detectors == nil { cases.append(row.definition(detector: nil)) }
      do throws(CaseFault) { try row.check(corpora: Set(corpora.keys)) } catch {
        throw CaseSuiteError(path, "\(place): \(error.reason)")
      }
    }
    var seen: Set<String> = []
    for item in cases where !seen.insert(item.name).inserted {
      throw CaseSuiteError(path, "two cases are named '\(item.name)'; expected one")
    }
  }

  /// The cases of some kinds and, where `names` is not empty, of these names alone, in order.
  ///
  /// A name stands for itself and for every longer one that begins with its words: `cpu` is every
  /// timed case, `f1 linear-svm` one case.
  public func cases(
    kinds: Set<PerformancePoint.Kind>, names: [String] = []
  ) -> [BenchmarkCase] {
    cases.filter { item in
      kinds.contains(item.kind)
        && (names.isEmpty
          || names.contains { item.name == $0 || item.name.hasPrefix($0 + " ") })
    }
  }
}

/// Why a file is no suite: the file, the place, what was expected.
public struct CaseSuiteError: Error, Equatable, CustomStringConvertible {
  /// `cases.json: case 2 ('cpu read'): …`
  public let description: String

  init(_ path: String, _ reason: String) { description = "\(path): \(reason)" }

  /// What a decoder found, with the place in words.
  static func sentence(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      let words = path.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
      return words.isEmpty ? "" : words.joined(separator: " ") + ": "
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context):
      place(context.codingPath) + "no '\(key.stringValue)'; expected one"
    case DecodingError.typeMismatch(let type, let context):
      place(context.codingPath) + "expected \(type)"
    case DecodingError.valueNotFound(let type, let context):
      place(context.codingPath) + "null; expected \(type)"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      place(context.codingPath) + "a value that is not known"
    default: "not JSON; expected an object with 'corpora' and 'cases'"
    }
  }
}
