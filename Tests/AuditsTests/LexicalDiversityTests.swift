import Testing

@testable import Audits

@Suite struct LexicalDiversityTests {
  @Test func agreesWithLexicalRichnessAndNumpy() throws {
    for reference in try FiguresReference.load().diversity {
      let tokens = reference.tokens
      func near(_ value: Double?, _ wanted: Double) -> Bool {
        value.map { ($0 - wanted).magnitude < 1e-9 * max(1, wanted.magnitude) } ?? false
      }
      #expect(near(LexicalDiversity.mtld(tokens), reference.mtld))
      #expect(near(LexicalDiversity.typeTokenRatio(tokens), reference.typesPerToken))
      #expect(near(LexicalDiversity.distinctPairs(tokens), reference.distinctPairs))
      #expect(near(LexicalDiversity.zipfSlope(tokens), reference.zipfSlope))
    }
  }

  @Test func byHand() {
    // a b a b: pairs ab, ba, ab; two types in four tokens.
    #expect(LexicalDiversity.distinctPairs(["a", "b", "a", "b"]) == 2.0 / 3)
    #expect(LexicalDiversity.typeTokenRatio(["a", "b", "a", "b"]) == 0.5)
    // The ratio falls to 2/3 at every third word, both ways: two whole runs of six words.
    #expect(LexicalDiversity.mtld(["a", "b", "a", "a", "b", "a"]) == 3)
    // Frequencies 4, 2, 1 at ranks 1, 2, 3 by the formula of the least squares.
    let slope = LexicalDiversity.zipfSlope(["a", "a", "a", "a", "b", "b", "c"])
    #expect(((slope ?? 0) + 1.233662).magnitude < 1e-6)
  }

  @Test func tooFewWordsHaveNoFigure() {
    #expect(LexicalDiversity.typeTokenRatio([Int]()) == nil)
    #expect(LexicalDiversity.distinctPairs([1]) == nil)
    #expect(LexicalDiversity.mtld([Int]()) == nil)
    #expect(LexicalDiversity.mtld([1, 2, 3]) == nil)
    #expect(LexicalDiversity.zipfSlope([1, 1]) == nil)
  }
}
