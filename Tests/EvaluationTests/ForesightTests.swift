import Evaluation
import Testing

struct ForesightTests {
  /// A conversation of three messages.
  private func three(
    _ id: Int, _ scores: [Double], onset: Int? = nil, alert: Int? = nil
  ) -> EvaluatedConversation {
    var unit = unit(id, onset != nil, alert: alert, onset: onset, messages: 3)
    unit.messageScores = scores
    return unit
  }

  @Test func aScoreBeforeTheOnsetIsComparedAtTheSameMessage() throws {
    // At message 1: 0.5 against 0.4 and 0.5 → 0.75. At message 2: 0.6 against 0.9 → 0; the second
    // benign one has no second score.
    let units = [
      three(0, [0.5, 0.9, 0.9], onset: 2), three(1, [0.9, 0.6, 0.9], onset: 3),
      three(2, [0.4, 0.9, 0.1]), three(3, [0.5]),
    ]
    let foresight = try #require(Foresight(of: units))
    #expect(isClose(foresight.area, 0.375))
    #expect(foresight.positiveCount == 2 && foresight.negativeCount == 2 && foresight.usesScores)
    // At the end: 0.9 against 0.1 and 0.5; 0.9 against 0.1.
    #expect(foresight.finalArea == 1 && !foresight.readsAhead())
    // Placements 0.75, 0 and 0.5, 0.5: variances 0.28125 and 0 of means of two.
    let half = 1.959963984540054 * (0.28125 / 2).squareRoot()
    #expect(isClose(foresight.low, max(0, 0.375 - half)))
    #expect(isClose(foresight.high, min(1, 0.375 + half)))
  }

  @Test func anAlertStandsInForScores() throws {
    let units = [
      three(0, [], onset: 3, alert: 1), three(1, [], onset: 3, alert: 3), three(2, [], alert: 2),
      three(3, []),
    ]
    let foresight = try #require(Foresight(of: units))
    // Alerted by message 2: yes and no against yes and no.
    #expect(foresight.area == 0.5 && !foresight.usesScores)
    #expect(foresight.finalArea == 0.75)
  }

  @Test func onsetsAtTheFirstMessageAndUnknownOnesAreNotJudged() {
    let benign = [three(2, [0.1, 0.2, 0.3]), three(3, [0.1, 0.2, 0.3])]
    #expect(
      Foresight(of: benign + [three(0, [1, 1, 1], onset: 1), three(1, [1, 1, 1], onset: 1)]) == nil)
    #expect(Foresight(of: benign) == nil)
    #expect(Foresight(of: []) == nil)
  }

  @Test func notANumberIsNoScore() throws {
    let units = [
      three(0, [0.9, 1, 1], onset: 2), three(1, [.nan, 1, 1], onset: 2),
      three(4, [0.8, 1, 1], onset: 2), three(2, [0.1]), three(3, [.nan]), three(5, [0.2]),
    ]
    let foresight = try #require(Foresight(of: units))
    #expect(foresight.positiveCount == 2 && foresight.negativeCount == 2 && foresight.area == 1)
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func onlyWhoReadsAheadKnows(seed: UInt64) throws {
    func foresight(_ detector: PlantedDetector, _ keeps: Bool) throws -> Foresight {
      try #require(Foresight(of: detector.units(seed: seed, keepsMessageScores: keeps)))
    }
    for keeps in [true, false] {
      let honest = try foresight(.honest, keeps)
      #expect(honest.low < 0.5 + 0.1 && honest.high > 0.4, "seed \(seed)")
      #expect(!honest.readsAhead() && honest.finalArea > 0.6, "seed \(seed)")
      let ahead = try foresight(.lookingAhead, keeps)
      #expect(ahead.low > Foresight.honestCeiling && ahead.readsAhead(), "seed \(seed)")
      // However bad it is: what it knows it knew before.
      #expect(ahead.readsAhead(ceiling: 1), "seed \(seed)")
      if keeps { #expect(isClose(ahead.area, ahead.finalArea), "seed \(seed)") }
    }
  }
}
