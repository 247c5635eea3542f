import Testing
import TextFeatures

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("Don't pay £500!", ["don't", "pay", "£", "500"]),
    ("", []), ("  .,; - ", []), ("hello", ["hello"]), ("a_b c-d", ["a_b", "c", "d"]),
    ("ÀÉ Straße", ["àé", "straße"]), ("ПРИВЕТ мир", ["привет", "мир"]),
    ("ok😀😀yes", ["ok", "😀", "😀", "yes"]), ("日本", ["日", "本"]),
    ("soft\u{AD}hyphen", ["soft\u{AD}hyphen"]), ("free $1,000", ["free", "$", "1", "000"]),
    ("[content-withheld]", ["content", "withheld"]), ("«so»…done", ["so", "done"]),
    ("why?", ["why"]), ("'quoted'", ["quoted"]), ("ＡＢＣ１", ["ａｂｃ１"]),
  ])
  func termsAreTokensInLowerCase(_ text: String, _ expected: [String]) {
    #expect(Tokenizer.terms(of: text) == expected)
  }

  @Test(arguments: [
    ("HELLO", "hello"), ("don't", "dont"), ("don’t", "DONT"), ("É", "é"), ("ΑΒΓ", "αβγ"),
    ("Ж", "ж"), ("ＡＢＣ", "abc"), ("👍🏽", "👍"), ("❤\u{FE0F}", "❤"), ("Ľ", "ľ"), ("ŽĀ", "žā"),
    ("Ё", "ё"), ("500", "731"), ("１２", "99"),
  ])
  func formsOfOneWordShareAHash(_ one: String, _ other: String) {
    #expect(hashes(one) == hashes(other))
  }

  @Test func differentWordsDiffer() {
    let words = [
      "a", "b", "ab", "ba", "aa", "aaa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaab", "baaaaaaa", "é", "e",
      "_", "1", "10", "1a", "_1", "😀", "😁", "慡", "$",
    ]
    #expect(Set(words.flatMap(hashes)).count == words.count)
  }

  @Test func brokenUTF8IsAGap() {
    var tokens: [Token] = []
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x63, 0xED, 0xA0, 0x80, 0x64, 0xF0, 0x9F]
    Tokenizer.append(bytes.span, to: &tokens)
    #expect(tokens.map(\.start) == [0, 2, 4, 8])
    #expect(tokens.map(\.hash) == ["a", "b", "c", "d"].flatMap(hashes))
  }

  @Test func aPhraseIsNoCommutativeSum() {
    let (a, b) = (hashes("a")[0], hashes("b")[0])
    #expect(Tokenizer.joined(a, b) != Tokenizer.joined(b, a))
    #expect(Tokenizer.joined(a, b) != hashes("ab")[0])
  }

  private func hashes(_ text: String) -> [UInt64] {
    var tokens: [Token] = []
    Tokenizer.append(Array(text.utf8).span, to: &tokens)
    return tokens.map(\.hash)
  }
}
