import Chat
import Testing

@testable import Detection

@Suite struct EnsembleEvidenceTests {
  @Test func contributionsAreTheWeightedSumsOfTheMembers() throws {
    let ensemble = try EnsembleTests.trained()
    let chunk = ToyCorpus.chunk(seed: 78, count: 4)
    for index in chunk.conversations.indices {
      let count = chunk.conversations[index].messages.count
      let evidence = ensemble.explain(chunk, conversation: index, limit: .max)
      #expect(evidence.count == count)
      #expect(evidence.map(\.contribution) == evidence.map(\.contribution).sorted(by: >))
      var expected = [Double](repeating: 0, count: count)
      for (member, weight) in zip(ensemble.members, ensemble.stack.weights) {
        for part in member.explain(chunk, conversation: index, limit: .max) {
          expected[part.message - 1] += weight * Ensemble.slope(member) * part.contribution
        }
      }
      for part in evidence {
        #expect((part.contribution - expected[part.message - 1]).magnitude < 1e-12)
      }
      #expect(ensemble.explain(chunk, conversation: index, limit: 2) == Array(evidence.prefix(2)))
    }
  }

  /// Naive Bayes is linear in its messages, so its part of the margin is its part of the evidence.
  @Test func theScaleIsThatOfTheCalibratedLogOdds() throws {
    let member = try DetectorCatalogueTests.trained("naive-bayes", seed: 5)
    let calibration = try EnsembleTests.trained().calibration
    let ensemble = Ensemble(
      members: [member], stack: EnsembleStack(weights: [0.75], bias: 0.1),
      calibration: calibration, parameters: [])
    let chunk = ToyCorpus.chunk(seed: 79, count: 4)
    for index in chunk.conversations.indices {
      let scores = member.scores(chunk, index)
      let moved = LogOdds.of(scores[scores.count - 1]) - LogOdds.of(scores[0])
      let evidence = ensemble.explain(chunk, conversation: index, limit: .max)
      let sum = evidence.filter { $0.message > 1 }.reduce(0) { $0 + $1.contribution }
      #expect((sum - 0.75 * moved).magnitude < 1e-6)
    }
  }

  @Test func termsAreMergedStrongestFirst() {
    let parts = [
      (contribution: 2.0, terms: ["soil", "rake"]), (contribution: -5, terms: ["tune"]),
      (contribution: 1.5, terms: ["rake", "fern", "soil"]),
    ]
    // rake 2/2 + 1.5, soil 2 + 1.5/3, fern 1.5/2: rake and soil tie, the earlier one leads.
    #expect(Ensemble.merge(parts, direction: 1) == ["soil", "rake", "fern"])
    #expect(Ensemble.merge(parts, direction: -1) == ["tune"])
    let many = [(contribution: 1.0, terms: ["a", "b", "c", "d", "e", "f"])]
    #expect(Ensemble.merge(many, direction: 1) == ["a", "b", "c", "d", "e"])
  }
}
