import Chat
import Statistics
import Testing

@testable import CorpusGeneration

/// The scanner passes over words that no rule knows; what it may never pass over is a phrase.
@Suite struct GateScannerTests {
  private static let plain = [
    "we", "walk", "tree", "bread", "chess", "umbrella", "the", "garden", "hmm", "sooo", "lovely",
  ]
  /// Beginnings and ends of phrases that are nothing alone.
  private static let halves = ["a", "my", "in", "hold", "you", "first", "on", "going"]
  private static let phrases = [
    "in love", "a crush", "first date", "on a date", "hold hands", "going out with you",
  ]

  private let gate: ContentGate

  init() throws { gate = try ContentGate(locale: "en") }

  /// Whether the contextual rules refuse a text between an adult and a child.
  private func isRefused(_ words: [String]) -> Bool {
    var chunk = Chunk()
    var conversation = Conversation(id: "c")
    conversation.authors = ["a", "b"]
    conversation.participants = [
      Participant(id: "a", role: "adult"), Participant(id: "b", role: "child"),
    ]
    let text = words.joined(separator: " ")
    chunk.messages.append(author: 0, time: 0, style: .absent, text: text.utf8)
    chunk.close(conversation)
    return !gate.hits(chunk, conversation: 0).isEmpty
  }

  /// The definition, word by word: some phrase stands in the text as it is.
  private func holdsPhrase(_ words: [String]) -> Bool {
    Self.phrases.contains { phrase in
      let parts = phrase.split(separator: " ").map(String.init)
      return words.indices.contains { start in
        Array(words[start...].prefix(parts.count)) == parts
      }
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func whatStandsAroundAPhraseHidesNothing(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    var words: [String] = []
    for _ in 0..<random.below(12) {
      let pool = random.below(3) == 0 ? Self.halves : Self.plain
      words.append(pool[random.below(pool.count)])
    }
    if random.below(2) == 0 {
      let phrase = Self.phrases[random.below(Self.phrases.count)]
      let place = random.below(words.count + 1)
      words.insert(contentsOf: phrase.split(separator: " ").map(String.init), at: place)
    }
    #expect(isRefused(words) == holdsPhrase(words), "seed \(seed)")
  }

  @Test func aPhraseIsFoundAfterEveryKindOfWord() {
    for before in Self.plain + Self.halves + ["naïve", "soooon", "one's", "…", ""] {
      for phrase in Self.phrases {
        let words = [before, before] + phrase.split(separator: " ").map(String.init) + ["tree"]
        #expect(isRefused(words), "after '\(before)'")
      }
    }
  }

  /// Short words are read eight bytes at a time: what that gives is what a look at each byte gives.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func shortWordsAreReadAsAllAre(_ seed: UInt64) throws {
    let lexicon = try #require(GateLexicon(locale: "en"))
    let scanner = GateScanner(lexicon, strict: true)
    var random = CounterRandom(seed: seed, stream: 1)
    let bytes = Array("aabbcczzzAAZ'é1$@. ,?-[".utf8)
    let text = (0..<60).map { _ in bytes[random.below(random.below(3) == 0 ? bytes.count : 12)] }
    var read = 0
    for start in text.indices where LetterRun.isLetter(text[start]) {
      for limit in start + 1...text.count {
        var (short, long) = (start, start)
        let letters = scanner.shortWord(text.span, start, to: limit)
        guard letters.count > 0, !LetterRun.hasTriple(letters.letters) else { continue }
        let word = scanner.hash(letters, &short)
        #expect(word == scanner.read(text.span.extracting(0..<limit), &long))
        #expect(short == long, "seed \(seed), \(start)..<\(limit)")
        read += 1
      }
    }
    #expect(read > 100, "seed \(seed)")
  }

  /// What stands behind a message in its buffer does not change what the gate says of it.
  /// Nor do the words that earlier messages had, whatever lexicon they were read with.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func whatABufferHeldBeforeDoesNotMatter(_ seed: UInt64) throws {
    let lexicon = try #require(GateLexicon(locale: "en"))
    let scanner = GateScanner(lexicon, strict: true)
    var random = CounterRandom(seed: seed, stream: 2)
    let others = ["see www.abc", "im ten", "b4", "a.b", "i"]
    let words = Self.plain + Self.halves + Self.phrases + others
    var buffer = ByteBuffer()
    var plain = PlainWords()
    for _ in 0..<20 {
      let text = (0..<1 + random.below(5)).map { _ in words[random.below(words.count)] }
        .joined(separator: random.below(4) == 0 ? ". " : " ")
      buffer.removeAll()
      buffer.append(Array(text.utf8))
      #expect(
        scanner.refusal(of: buffer, &plain) == scanner.refusal(of: text.utf8.span), "seed \(seed)")
    }
  }
}
