import Testing

@testable import TextFeatures

@Suite struct TextBlockTests {
  private func block(_ text: String, at start: Int = 0) -> TextBlock {
    TextBlock(Array(text.utf8).span, at: start)
  }

  @Test(arguments: [
    ("hello you", 5), ("ok", 2), ("ok.", 2), ("Ab9 x y z", 3), (" lead", 0), ("letters!", 7),
    // Eight letters and more, and words that may go on: a closer look.
    ("lettersx ", 0), ("don't do ", 0), ("a_b c d e", 0), ("caf\u{E9} now", 0), ("cost$ now", 0),
  ])
  func aWordEndsAtAGap(_ text: String, _ count: Int) { #expect(block(text).wordCount == count) }

  @Test(arguments: [
    ("  , .ab cd", 5), ("word then", 0), ("'tis so it", 0), ("$5 please", 0), ("_x y z w v", 0),
    ("\u{E9}t\u{E9} was", 0), ("[(*&^%#@!", 8), ("\0\0a", 2),
  ])
  func gapsAreWhatMakesNoWord(_ text: String, _ count: Int) {
    #expect(block(text).gapCount == count)
  }

  @Test func whatStandsBeforeTheStartOrAfterTheEndIsNotSeen() {
    let text = "one two three"
    for start in 0..<text.utf8.count {
      let rest = String(decoding: Array(text.utf8)[start...], as: UTF8.self)
      let (here, alone) = (block(text, at: start), block(rest))
      #expect(here.wordCount == alone.wordCount, "\(start)")
      if here.wordCount > 0 {
        #expect(here.packed(here.wordCount) == alone.packed(alone.wordCount), "\(start)")
      }
    }
  }

  @Test func aWordIsPackedInLowerCaseTheFirstByteHighest() {
    #expect(block("AbZ, well").packed(3) == 0x61_62_7A)
    #expect(block("a1").packed(2) == 0x61_31)
  }

  @Test func aNumberHasDigitsAlone() {
    #expect(block("500 more").isNumber(3))
    #expect(!block("5a0 more").isNumber(3))
    #expect(block("1234567 ").isNumber(7))
    #expect(!block("a ").isNumber(1))
  }
}
