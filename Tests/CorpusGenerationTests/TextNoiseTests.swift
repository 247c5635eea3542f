import Statistics
import Testing

@testable import CorpusGeneration

@Suite struct TextNoiseTests {
  private func typed(
    _ text: String, _ kind: Perturbation.Kind, _ level: String, seed: UInt64 = 1
  ) throws -> String {
    let noise = TextNoise(try #require(Perturbation(kind, level: level)))
    let bytes = noise.applied(to: Array(text.utf8), CounterRandom(seed: seed, stream: 0))
    return try #require(String(validating: bytes, as: UTF8.self), "not UTF-8, seed \(seed)")
  }

  private static let kinds: [Perturbation.Kind] = [
    .typos, .letterCase, .emoji, .homoglyphs, .elongation, .spacing,
  ]

  @Test(arguments: kinds)
  func whatIsUTF8StaysSo(_ kind: Perturbation.Kind) throws {
    let texts = ["", "a", " ", "héllo ÀÉ×÷ßÿ 😀 naïve", "日本 語 ok", "  two  blanks  "]
    for text in texts {
      for seed in 0..<40 {
        _ = try typed(
          text, kind, kind == .letterCase ? "random" : "1", seed: UInt64(seed))
      }
    }
  }

  @Test func capitalsAreThoseOfASCIIAndLatin1() throws {
    #expect(try typed("Été in Köln × ß ÿ", .letterCase, "upper") == "ÉTÉ IN KÖLN × ß ÿ")
    #expect(try typed("ÉTÉ IN KÖLN ÷", .letterCase, "lower") == "été in köln ÷")
    let random = try typed(String(repeating: "a", count: 4000), .letterCase, "random")
    #expect(abs(random.filter { $0 == "A" }.count - 2000) < 150)
  }

  @Test func typosHitTheShareOfLetters() throws {
    let text = String(repeating: "the quick brown fox jumps ", count: 400)
    let bytes = Array(text.utf8)
    let letters = bytes.filter { $0 != 0x20 }.count
    for level in [0.01, 0.03, 0.05] {
      let noise = TextNoise(try #require(Perturbation(.typos, level: "\(level)")))
      let random = CounterRandom(seed: 9, stream: 0)
      let hits = bytes.indices.filter {
        TextNoise.isLetter(bytes[$0]) && noise.happens(random.value(at: UInt64($0)))
      }.count
      #expect(abs(Double(hits) / Double(letters) - level) < 0.4 * level, "\(level): \(hits)")
    }
  }

  @Test func aLargerShareKeepsTheSlipsOfASmallerOne() throws {
    let text = Array("we could meet the others at the station after lunch".utf8)
    func changed(_ level: String) throws -> Set<Int> {
      // Look-alikes take two bytes for one, at their place.
      let noise = TextNoise(try #require(Perturbation(.homoglyphs, level: level)))
      let result = String(
        decoding: noise.applied(to: text, CounterRandom(seed: 3, stream: 0)), as: UTF8.self)
      return Set(zip(result, 0...).filter { !$0.0.isASCII }.map(\.1))
    }
    let (few, many) = (try changed("0.2"), try changed("0.6"))
    #expect(!few.isEmpty)
    #expect(few.isStrictSubset(of: many))
  }

  @Test func everyLookAlikeIsReplacedAtOne() throws {
    #expect(try typed("pace", .homoglyphs, "1") == "\u{440}\u{430}\u{441}\u{435}")
    #expect(try typed("dfg", .homoglyphs, "1") == "dfg")
  }

  @Test func aTypoIsASwapAnOmissionADoubleOrANeighbour() throws {
    var seen: Set<String> = []
    for seed in 0..<400 { seen.insert(try typed("q", .typos, "1", seed: UInt64(seed))) }
    // A letter alone is neither swapped nor left out.
    #expect(seen == ["qq", "w", "a"])
    seen = []
    for seed in 0..<4000 { seen.insert(try typed("Qp", .typos, "1", seed: UInt64(seed))) }
    #expect(seen.isSuperset(of: ["pQ", "o", "QQo", "Wo", "QQpp"]))
  }

  @Test func aWordIsDrawnOut() throws {
    let drawn = try typed("so bus", .elongation, "1")
    #expect(drawn.contains(/^so{3,4} bu{3,4}s$/), "\(drawn)")
    #expect(try typed("a x", .elongation, "1") == "a x")
    #expect(["hmmmm", "hmmmmm"].contains(try typed("hmm", .elongation, "1")))
  }

  @Test func blanksGoDoubleOrCome() throws {
    var seen: Set<String> = []
    for seed in 0..<100 { seen.insert(try typed("the bus", .spacing, "1", seed: UInt64(seed))) }
    #expect(seen == ["thebus", "theb us", "the  bus"])
  }

  @Test func emojiComeBeforeOrBehind() throws {
    var (before, behind) = (0, 0)
    for seed in 0..<400 {
      let text = try typed("hello", .emoji, "1", seed: UInt64(seed))
      if text.hasPrefix("hello ") { behind += 1 } else if text.hasSuffix(" hello") { before += 1 }
    }
    #expect(before + behind == 400)
    #expect(abs(before - 100) < 40)
    #expect(try typed("", .emoji, "1").isEmpty == false)
  }
}
