import Foundation
import Testing

@testable import Benchmarking

struct SuiteFileTests {
  private func row(_ change: String = "") throws -> SuiteFile.Case {
    let text = """
      {"name": "cpu read", "kind": "timed", "component": "read", "corpus": "small", "version": 3,
       "unit": "ns", "direction": "lower", "expect": 7\(change)}
      """
    return try JSONDecoder().decode(SuiteFile.Case.self, from: Data(text.utf8))
  }

  @Test func aRowDefinesACase() throws {
    let definition = try row().definition(detector: nil)
    #expect(
      definition
        == BenchmarkCase(
          name: "cpu read", kind: .timed, component: "read", corpus: "small", version: 3,
          unit: "ns", better: .lower, expected: 7))
    #expect(try row(", \"passes\": 4").definition(detector: nil).passes == 4)
    let scored = try row().definition(detector: "lexicon")
    #expect(scored.name == "cpu read lexicon" && scored.detector == "lexicon")
  }

  @Test func aGoodRowPassesAndAnUnknownCorpusDoesNot() throws {
    let row = try row()
    #expect(throws: Never.self) { try row.check(corpora: ["small"]) }
    #expect { try row.check(corpora: ["large"]) } throws: {
      ($0 as? CaseFault)?.reason == "corpus 'small'; expected one of large"
    }
  }

  /// Every component has a measure, and every measure a component that it is taken of.
  @Test func everyMeasureHasAComponent() {
    let measured = SuiteFile.Case.measures.values.reduce(into: Set()) { $0.formUnion($1) }
    #expect(measured == Set(BenchmarkCase.Measure.allCases))
    #expect(SuiteFile.Case.measures.values.allSatisfy { !$0.isEmpty })
  }
}
