import Testing

@testable import Evaluation

struct TriageTests {
  /// A ranking from the highest score down, 1 = grooming.
  private func triage(_ gains: [Int]) -> Triage {
    Triage(
      gains.indices.map { unit($0, gains[$0] == 1, score: 1 - Double($0) / Double(gains.count)) })
  }

  @Test func elevenConversations() {
    let triage = triage([1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1])
    #expect(isClose(triage.precision(at: 5), 0.6))
    #expect(isClose(triage.precision(at: 10), 0.4))
    #expect(isClose(triage.ndcg(at: 5), 0.6548086578, tolerance: 1e-10))
    #expect(isClose(triage.recall(at: 5), 0.6))
    #expect(triage.reviews(toReach: 0.8) == 7)
    #expect(triage.reviews(toReach: 0.9) == 11)
    #expect(triage.recall(at: 11) == 1)
    #expect(triage.positiveCount == 5)
    #expect(triage.count == 11)
  }

  @Test func aPerfectRankingHasNDCGOne() {
    let triage = triage([1, 1, 1, 0, 0])
    for k in 1...9 { #expect(triage.ndcg(at: k) == 1) }
    #expect(isClose(triage.precision(at: 10), 0.3), "k counts, not the five that are there")
  }

  @Test func aRecallThatIsMetExactlyNeedsNoFurtherReview() {
    let triage = triage([Int](repeating: 1, count: 35))
    #expect(triage.reviews(toReach: 0.8) == 28)
    #expect(triage.reviews(toReach: 0.9) == 32)
    #expect(triage.reviews(toReach: 1) == 35)
    #expect(triage.reviews(toReach: 1e-12) == 1)
  }

  @Test func tiesDependOnIdsAndNeverOnTheOrderOfTheList() {
    let units = randomUnits(300, seed: 11)
    #expect(Triage(units) == Triage(units.reversed()))
    // Grooming first in the list and in the alphabet: a constant scorer gains nothing by it.
    let constant = (0..<400).map { unit(1000 + $0, $0 < 200) }
    let share = Triage(constant).precision(at: 200)
    #expect(share.map { (0.35...0.65).contains($0) } == true)
  }

  @Test func missingScoresStandLast() {
    let triage = Triage([
      unit(0, true, score: nil), unit(1, true, score: .nan), unit(2, false, score: -5),
      unit(3, true, score: -.infinity),
    ])
    #expect(triage.precision(at: 1) == 0)
    #expect(triage.precision(at: 2) == 0.5)
    #expect(triage.reviews(toReach: 1) == 4)
  }

  @Test func withoutGroomingNothingCanBeFound() {
    let triage = triage([0, 0])
    #expect(triage.precision(at: 2) == 0)
    #expect(triage.recall(at: 2) == nil && triage.ndcg(at: 2) == nil)
    #expect(triage.reviews(toReach: 0.8) == nil)
    #expect(Triage([]).precision(at: 3) == nil)
  }
}
