import Chat
import Store
import Testing

@testable import Reports

@Suite struct DetectorErrorsWorkbenchTests {
  private func errors(_ source: String, run: Int = 2) throws -> DetectorErrors {
    var found: DetectorErrors?
    try Stored.withWorkbench(source: source) { workbench in
      let record = try workbench.run(id: run)
      let units = try workbench.evaluated(run: run, split: .test)
      found = try DetectorErrors(record, units, source: source, in: workbench)
    }
    return try #require(found)
  }

  @Test func theWorstStandFirst() throws {
    let errors = try errors("generated")
    #expect(errors.counts == (7, 7))
    #expect(errors.threshold == 0.5)
    #expect(errors.falseAlarms.map(\.id) == ["c13", "c11", "c9", "c7", "c5", "c3", "c1"])
    #expect(errors.misses.map(\.id) == ["c0", "c2", "c4", "c6", "c8", "c10", "c12"])
    #expect(errors.falseAlarms.allSatisfy { $0.alert == 6 && !$0.isPositive && $0.onset == nil })
    #expect(errors.misses.allSatisfy { $0.alert == nil && $0.onset == 4 })
    #expect(errors.misses[0].signs == [4, 5, 6, 7, 8])
    #expect(errors.misses[0].scores.count == 8)
  }

  @Test func theEvidenceIsWhatRaisedTheScoreUpToTheAlert() throws {
    let errors = try errors("generated")
    let evidence = errors.falseAlarms[0].evidence
    #expect(
      evidence.map(\.number) == [1, 3, 4, 5, 6], "no message after the alert, none that lowered")
    let rise = try #require(evidence.last?.rise)
    #expect(abs(rise - (0.713 - 0.17)) < 1e-12)
    #expect(evidence[0].rise == nil)
    #expect(evidence[1].author == "b", "the corpus tells the role of one participant alone")
    #expect(evidence[2].author == "adult a")
    #expect(
      errors.misses[0].evidence.contains { $0.number == 4 && $0.truth == "risk-check, age-probe" })
  }

  @Test func onlyGeneratedTextIsRead() throws {
    #expect(try errors("generated").falseAlarms[0].evidence[1].text == Stored.hostile)
    for source in ["jsonl", "pan12", "csv"] {
      let errors = try errors(source)
      #expect(
        (errors.falseAlarms + errors.misses).flatMap(\.evidence).allSatisfy { $0.text == nil })
    }
  }
}
