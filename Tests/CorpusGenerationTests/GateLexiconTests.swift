import Chat
import Statistics
import Testing

@testable import CorpusGeneration

/// The matching itself, on a lexicon of harmless words in the layout of `make_gate.py`.
@Suite struct GateLexiconTests {
  private static let salt = [UInt8](repeating: 7, count: 16)

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    CounterRandom.mix(
      word.reduce(0xCBF2_9CE4_8422_2325 ^ 5) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  private static func little(_ number: UInt64, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }

  private static func file(_ terms: [String], wrongDigest: Bool = false) -> [UInt8] {
    var bytes = Array("NLGATE01".utf8) + salt + little(5, 8) + [1] + little(UInt64(terms.count), 4)
    for term in terms {
      let words = term.utf8.split(separator: 0x20)
      var phrase = hash(words[0])
      for word in words.dropFirst() {
        phrase = CounterRandom.mix(phrase &* 0x9E37_79B9_7F4A_7C15 &+ hash(word))
      }
      bytes += [UInt8(words.count)] + little(phrase, 8) + little(hash(words[0]), 8)
      bytes += SHA256.digest(of: salt + Array((wrongDigest ? "x" : term).utf8))
    }
    return bytes
  }

  private func rule(_ text: String, terms: [String] = ["pebble", "tall tree", "sea", "a b c d"])
    throws -> GateScanner.Rule
  {
    let lexicon = try #require(GateLexicon(Self.file(terms)))
    let bytes = Array(text.utf8)
    return GateScanner(lexicon, strict: false, lexicalOnly: true).refusal(of: bytes.span)
  }

  @Test(arguments: [
    "pebble", "a Pebble!", "PEBBLE", "pebbl3", "p3bb1e pebble", "peb'ble", "pebblee pebble",
    "so tall tree", "tall-tree", "tall, tree", "a-b c.d", "seeea sea", "$ea", "s3a", "se@",
    "peeeebble", "seaaaa", "tall treeeee", "hey... pebble",
  ]) func finds(text: String) throws {
    #expect(try rule(text) == .explicit)
  }

  @Test(arguments: [
    "pebbles", "tall", "tree tall", "tall old tree", "seas", "season", "a b c", "pebblestone",
    "see ea", "pebles", "overseas", "",
  ]) func passes(text: String) throws {
    #expect(try rule(text) == .none)
  }

  @Test func the_digest_decides_after_the_prefilter() throws {
    let lexicon = try #require(GateLexicon(Self.file(["pebble"], wrongDigest: true)))
    let text = Array("pebble".utf8)
    let found = GateScanner(lexicon, strict: false).refusal(of: text.span)
    #expect(found == .none)
  }

  @Test func a_damaged_file_is_no_lexicon() {
    let bytes = Self.file(["pebble"])
    #expect(GateLexicon(Array(bytes.dropLast())) == nil)
    #expect(GateLexicon([]) == nil)
    #expect(GateLexicon(locale: "fr") == nil)
  }
}
