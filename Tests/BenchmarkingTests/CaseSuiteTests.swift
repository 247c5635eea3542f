import Benchmarking
import Foundation
import Testing

struct CaseSuiteTests {
  private static let corpora = """
    "corpora": {"small": {"recipe": "../recipes/r.json", "seed": 3, "conversations": 9,
                          "sha256": "ab"}}
    """
  private static let good = """
    "name": "cpu score", "kind": "timed", "component": "score", "corpus": "small",
    "detectors": ["all"], "version": 2, "unit": "ns", "direction": "lower", "expect": 7
    """

  private func read(_ cases: String, path: String = "a/b/cases.json") throws -> CaseSuite {
    try CaseSuite(
      json: Data("{\(Self.corpora), \"cases\": [\(cases)]}".utf8), path: path,
      detectors: ["lexicon", "linear-svm"])
  }

  @Test func aCaseWithDetectorsStandsForOneOfEach() throws {
    let suite = try read(
      """
      {\(Self.good)},
      {"name": "allocations read", "kind": "counted", "component": "read", "corpus": "small",
       "version": 1, "unit": "allocations", "direction": "lower", "gate": 0.01, "expect": 4,
       "passes": 3}
      """)
    #expect(
      suite.cases.map(\.name) == [
        "cpu score lexicon", "cpu score linear-svm", "allocations read",
      ])
    #expect(suite.cases.map(\.detector) == ["lexicon", "linear-svm", nil])
    #expect(suite.cases[0].version == 2 && suite.cases[0].expected == 7)
    #expect(suite.cases[2].gate == 0.01 && suite.cases[2].passes == 3)
    #expect(suite.corpora["small"]?.recipe == "a/b/../recipes/r.json")
    #expect(try read("", path: "cases.json").corpora["small"]?.recipe == "../recipes/r.json")
  }

  @Test func namesStandForAllThatBeginWithTheirWords() throws {
    let suite = try read("{\(Self.good)}")
    let all: Set<PerformancePoint.Kind> = [.timed, .counted]
    #expect(suite.cases(kinds: all, names: ["cpu"]).count == 2)
    #expect(suite.cases(kinds: all, names: ["cpu score linear-svm"]).count == 1)
    #expect(suite.cases(kinds: all, names: ["cpu sc"]).isEmpty)
    #expect(suite.cases(kinds: all).count == 2)
    #expect(suite.cases(kinds: [.quality]).isEmpty)
  }

  @Test(arguments: [
    ("[]", "not JSON; expected an object with 'corpora' and 'cases'"),
    ("{\"corpora\": {}}", "no 'cases'; expected one"),
    ("{\"corpora\": {}, \"cases\": [{\"name\": 3}]}", "cases 1 name: expected String"),
    ("{", "not JSON; expected an object with 'corpora' and 'cases'"),
  ])
  func whatIsNoSuiteIsNamed(text: String, sentence: String) {
    #expect {
      try CaseSuite(json: Data(text.utf8), path: "cases.json", detectors: [])
    } throws: { error in
      "\(error)" == "cases.json: \(sentence)" || text == "[]" && "\(error)".contains("expected")
    }
  }

  @Test(arguments: [
    ("cpu score", "time score", "begins with 'time'"),
    (
      "\"score\", \"corpus\"", "\"scoring\", \"corpus\"", "no component 'scoring'; expected binary,"
    ),
    ("cpu score", "model-bytes score", "'score' has no model-bytes; expected allocations, cpu,"),
    ("\"timed\"", "\"counted\"", "kind 'counted'; expected 'timed' for cpu"),
    ("\"small\"", "\"large\"", "corpus 'large'; expected one of small"),
    ("\"corpus\": \"small\",", "", "corpus ''; expected one of small"),
    (", \"expect\": 7", "", "no 'expect'; expected the count of the answer"),
    ("\"detectors\": [\"all\"],", "", "no 'detectors'; expected a list for 'score'"),
    ("[\"all\"]", "[\"oracle\"]", "no detector 'oracle'; expected all, lexicon, linear-svm"),
    ("[\"all\"]", "[\"all\", \"lexicon\"]", "two cases are named 'cpu score lexicon'"),
    ("\"version\": 2", "\"version\": 0", "'version' and 'passes' are at least 1"),
    ("\"version\": 2", "\"version\": 2, \"gate\": 0.1", "'gate'; expected none but"),
    ("\"timed\"", "\"wall\"", "cases 1 kind: a value that is not known"),
  ])
  func aCaseThatCannotBeRunIsNamed(old: String, new: String, sentence: String) {
    let text = Self.good.replacing(old, with: new)
    #expect(text != Self.good)
    #expect { try read("{\(text)}") } throws: { "\($0)".contains(sentence) }
  }

  @Test(arguments: [
    ("\"name\": \"binary-bytes\"", "expected a name of 'binary-bytes' and a tool"),
    ("\"name\": \"binary-bytes a\", \"corpus\": \"small\"", "expected a name of 'binary-bytes'"),
    ("\"name\": \"binary-bytes a\", \"detectors\": [\"all\"]", "expected none for 'binary'"),
  ])
  func aProgramHasNoInput(words: String, sentence: String) {
    let rest =
      "\"kind\": \"counted\", \"component\": \"binary\", \"version\": 1, \"unit\": \"bytes\", "
      + "\"direction\": \"lower\", \"gate\": 0.03"
    #expect { try read("{\(words), \(rest)}") } throws: { "\($0)".contains(sentence) }
  }

  @Test func aCountedCaseNeedsAGate() {
    let text = Self.good.replacing("cpu", with: "allocations")
      .replacing("timed", with: "counted")
    #expect { try read("{\(text)}") } throws: { "\($0)".contains("no 'gate'; expected a share") }
  }
}
