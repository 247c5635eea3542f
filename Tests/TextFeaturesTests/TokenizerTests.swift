import Testing

@testable import TextFeatures

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

  /// Eight bytes at a time and byte by byte are one rule: on every mixture of the bytes that matter.
  @Test func bothScannersAgree() {
    let alphabet: [[UInt8]] =
      [
        "a", "Z", "q", "e", "0", "7", "_", "'", "$", " ", " ", ".", "-", "[", "`", "{", "@", "/",
        ":",
        "\u{E9}", "\u{2019}", "\u{AD}", "\u{1F600}", "\u{65E5}", "\u{FF21}", "\0",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x80]]
    var state: UInt64 = 1
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      let length = draw(24)
      // Mostly letters, so that words of every length occur.
      while bytes.count < length {
        bytes += draw(3) > 0 ? alphabet[draw(4)] : alphabet[draw(alphabet.count)]
      }
      var tokens: [Token] = []
      Tokenizer.append(bytes.span, to: &tokens)
      var slow: [Token] = []
      var index = 0
      while index < bytes.count {
        let piece = Tokenizer.piece(bytes.span, from: index)
        #expect(piece.next > index)
        index = max(piece.next, index + 1)
        if piece.end > piece.start {
          slow.append(Token(hash: piece.hash, start: piece.start, end: piece.end))
        }
      }
      #expect(tokens == slow, "\(bytes)")
    }
  }

  private func hashes(_ text: String) -> [UInt64] {
    var tokens: [Token] = []
    Tokenizer.append(Array(text.utf8).span, to: &tokens)
    return tokens.map(\.hash)
  }
}
