import Benchmarking
import CommandLineKit
import Detection
import Foundation

/// Which cases of which file; shared by the commands that measure cases.
struct CaseChoice {
  @Option(help: "The file that defines the cases.")
  var suite: String = Self.standardSuite
  @Option(
    name: "kinds", help: "Kinds of cases: counted, quality, timed. All that fit, unless said.")
  private var chosen: NameList?
  @Option(help: "Only these cases, or those whose names begin with these words.")
  var only: NameList?

  /// The file of the repository, from its root.
  static let standardSuite = "Datasets/benchmarks/cases.json"

  /// The names asked for; empty for all.
  var names: [String] { only?.names ?? [] }

  /// The kinds asked for, or what the command measures unless it is told.
  func kinds(
    else standard: Set<PerformancePoint.Kind> = [.counted, .quality]
  ) -> Set<PerformancePoint.Kind> {
    chosen.map { Set($0.names.compactMap(PerformancePoint.Kind.init(rawValue:))) } ?? standard
  }

  func validate() throws {
    let known = PerformancePoint.Kind.allCases.map(\.rawValue)
    for kind in chosen?.names ?? [] where !known.contains(kind) {
      throw ValidationError(
        "The value '\(kind)' is invalid for '--kinds'. Known: \(known.joined(separator: ", ")).")
    }
  }

  /// Reads the file; refuses a name of `--only` that fits no case.
  func read() throws -> CaseSuite {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: suite)) else {
      throw CaseFileFailure(
        description: "\(suite): cannot be read; expected the file that defines the cases "
          + "(run this at the root of the repository, or name it with --suite)")
    }
    let read = try CaseSuite(
      json: data, path: suite, detectors: DetectorCatalogue.entries.map(\.name))
    let all = Set(PerformancePoint.Kind.allCases)
    for name in names where read.cases(kinds: all, names: [name]).isEmpty {
      throw ValidationError("No case of \(suite) begins with '\(name)'.")
    }
    return read
  }
}

/// Why the file of cases could not be read.
struct CaseFileFailure: Error, CustomStringConvertible { var description: String }

/// `a,b c,d` on a command line; names may hold spaces.
struct NameList: ExpressibleByArgument {
  var names: [String]

  init(_ names: [String]) { self.names = names }

  init?(argument: String) {
    names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if names.contains("") { return nil }
  }

  var argumentText: String { names.joined(separator: ",") }
}
