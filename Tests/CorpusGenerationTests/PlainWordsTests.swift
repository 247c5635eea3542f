import Testing

@testable import CorpusGeneration

@Suite struct PlainWordsTests {
  private func letters(_ word: String) -> UInt64 {
    word.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @Test func aWordIsKnownOnceItWasMet() throws {
    let lexicon = try #require(GateLexicon(locale: "en"))
    var plain = PlainWords()
    for word in ["a", "tree", "practic"] {
      #expect(!plain.contains(letters(word), lexicon), "\(word)")
      plain.insert(letters(word), lexicon)
      #expect(plain.contains(letters(word), lexicon), "\(word)")
    }
    #expect(!plain.contains(letters("trees"), lexicon))
  }

  @Test func aWordThatTakesThePlaceOfAnotherIsNotTakenForIt() throws {
    let lexicon = try #require(GateLexicon(locale: "en"))
    var plain = PlainWords()
    let words = (0..<5000).map { number in
      letters(String((0..<3).map { Character(UnicodeScalar(UInt8(97 + number >> (4 * $0) & 15))) }))
    }
    for word in words { plain.insert(word, lexicon) }
    // More words than places: those that went are not known, and the last one is.
    #expect(words.filter { plain.contains($0, lexicon) }.count < 5000)
    #expect(plain.contains(words[4999], lexicon))
  }
}
