import Chat
import Statistics
import Testing

@testable import CorpusGeneration

@Suite struct NoiseTests {
  private let noise: Noise
  private let speech: SpeechLaw

  init() throws {
    speech = try SpeechLaw(path: Miniature.datasets + "/structure/speech.json")
    noise = Noise(speech)
  }

  /// The text under the given rates (of lower case, no stop, emoji, elongation, textism, misspelling).
  private func typed(_ text: String, _ rates: [Double], seed: UInt64 = 0) -> String {
    var bounds = InlineArray<6, UInt32>(repeating: 0)
    for (index, rate) in rates.enumerated() { bounds[index] = UInt32(rate * 0xFFFF_FFFF) }
    var random = CounterRandom(seed: seed, stream: 0)
    var (plain, out) = (ByteBuffer(), ByteBuffer())
    plain.append(Array(text.utf8))
    noise.apply(plain, bounds, into: &out, &random)
    return String(decoding: out.bytes[..<out.count], as: UTF8.self)
  }

  @Test func no_noise_is_standard_spelling() {
    #expect(typed("well i think so", [0, 0, 0, 0, 0, 0], seed: 1).hasPrefix("Well I think so"))
    #expect([".", "!"].contains(typed("well i think so", [0, 0, 0, 0, 0, 0]).suffix(1)))
    #expect(typed("is it?", [0, 0, 0, 0, 0, 0]) == "Is it?")
  }

  @Test func each_kind_does_its_own() {
    #expect(typed("well i think so", [1, 1, 0, 0, 0, 0]) == "well i think so")
    #expect(typed("so we go", [1, 1, 0, 1, 0, 0]).hasPrefix("so we gooo"))
    #expect(typed("are you ok", [1, 1, 0, 0, 1, 0]) == "r u ok")
    #expect(typed("another friend", [1, 1, 0, 0, 0, 1]) == "anohter freind")
    let smiling = typed("so we go", [1, 1, 1, 0, 0, 0])
    #expect(smiling.hasPrefix("so we go "))
    #expect(speech.emoji.contains(Array(smiling.dropFirst(9).utf8)))
  }

  @Test func rates_are_met() {
    var capitals = 0
    for seed in 0..<4000 where typed("hello", [0.3, 1, 0, 0, 0, 0], seed: UInt64(seed)) == "Hello" {
      capitals += 1
    }
    #expect(abs(Double(capitals) / 4000 - 0.7) < 0.03)
  }

  @Test func the_placeholder_passes_untouched() throws {
    let generator = try Miniature().generator(conversations: 300)
    let chunk = try generator.chunk(0..<generator.count)
    var found = 0
    for message in 0..<chunk.messages.count {
      let withheld = chunk.messages.signs[message].contains(.withheld)
      #expect(withheld == chunk.text(message).contains("withheld"))
      if withheld {
        #expect(chunk.text(message) == "[content-withheld]")
        found += 1
      }
    }
    #expect(found > 10)
  }
}
