/// The file of a suite as it is written.
struct SuiteFile: Decodable {
  struct Corpus: Decodable {
    var recipe: String
    var seed: UInt64
    var conversations: Int
    var sha256: String
  }

  struct Case: Decodable {
    var name: String
    var kind: PerformancePoint.Kind
    var component: String
    var corpus: String?
    var detectors: [String]?
    var passes: Int?
    var version: Int
    var unit: String
    var direction: PerformancePoint.Direction
    var gate: Double?
    var expect: Int?
  }

  var corpora: [String: Corpus]
  var cases: [Case]
}

/// What is wrong with one case.
struct CaseFault: Error {
  var reason: String
  init(_ reason: String) { self.reason = reason }
}

extension SuiteFile.Case {
  /// Which measures each component has.
  static let measures: [String: Set<BenchmarkCase.Measure>] = [
    "read": [.allocations, .instructions, .peakRSS, .cpu],
    "generate": [.allocations, .instructions, .peakRSS, .cpu, .fileBytes],
    "store": [.cpu, .databaseRows, .databaseBytes],
    "train": [.peakRSS, .cpu, .modelBytes],
    "score": [.allocations, .instructions, .peakRSS, .cpu],
    "detect": [.f1, .averagePrecision, .fLatency, .delay],
    "binary": [.binaryBytes],
  ]
  private static let needDetectors: Set<String> = ["train", "score", "detect"]

  /// The case for one detector, or the one without any.
  func definition(detector: String?) -> BenchmarkCase {
    BenchmarkCase(
      name: detector.map { "\(name) \($0)" } ?? name, kind: kind, component: component,
      detector: detector, corpus: corpus, passes: passes ?? 1, version: version, unit: unit,
      better: direction, gate: gate ?? 0, expected: expect)
  }

  /// Throws unless the case can be run and gated.
  func check(corpora: Set<String>) throws(CaseFault) {
    let word = name.split(separator: " ").first.map(String.init) ?? ""
    guard let measure = BenchmarkCase.Measure(rawValue: word) else {
      let known = BenchmarkCase.Measure.allCases.map(\.rawValue)
      throw CaseFault("the name begins with '\(word)'; expected \(known.joined(separator: ", "))")
    }
    guard let measures = Self.measures[component] else {
      let known = Self.measures.keys.sorted().joined(separator: ", ")
      throw CaseFault("no component '\(component)'; expected \(known)")
    }
    guard measures.contains(measure) else {
      let known = measures.map(\.rawValue).sorted().joined(separator: ", ")
      throw CaseFault("'\(component)' has no \(word); expected \(known)")
    }
    guard kind == measure.kind else {
      throw CaseFault("kind '\(kind.rawValue)'; expected '\(measure.kind.rawValue)' for \(word)")
    }
    guard (detectors != nil) == Self.needDetectors.contains(component) else {
      throw CaseFault(
        detectors == nil
          ? "no 'detectors'; expected a list for '\(component)'"
          : "'detectors'; expected none for '\(component)'")
    }
    if component == "binary" {
      guard corpus == nil, name.split(separator: " ").count == 2 else {
        throw CaseFault("expected a name of '\(word)' and a tool, and no 'corpus'")
      }
    } else {
      guard let corpus, corpora.contains(corpus) else {
        throw CaseFault(
          "corpus '\(corpus ?? "")'; expected one of \(corpora.sorted().joined(separator: ", "))")
      }
      guard expect != nil else { throw CaseFault("no 'expect'; expected the count of the answer") }
    }
    guard version >= 1, (passes ?? 1) >= 1 else {
      throw CaseFault("'version' and 'passes' are at least 1")
    }
    if kind == .counted {
      guard let gate, gate >= 0, gate < 1 else {
        throw CaseFault("no 'gate'; expected a share of 0 to below 1 for a counted case")
      }
    } else if gate != nil {
      throw CaseFault("'gate'; expected none but for a counted case")
    }
  }
}
