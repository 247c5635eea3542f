import Foundation
import Testing

@testable import CorpusGeneration

@Suite struct SpeechLawTests {
  private static let path = Miniature.datasets + "/structure/speech.json"

  private func refusal(_ old: String, _ new: String) throws -> String? {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    #expect(text.contains(old), "nothing to replace")
    let path = NSTemporaryDirectory() + "nightlight-speech-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.replacingOccurrences(of: old, with: new).write(
      toFile: path, atomically: true, encoding: .utf8)
    return failure { _ = try SpeechLaw(path: path) }
  }

  @Test func shares_and_ranges_come_in_their_order() throws {
    let law = try SpeechLaw(path: Self.path)
    #expect(abs(law.acts.reduce(0, +) - 1) < 1e-9)
    #expect(abs((law.styles.last ?? 0) - 1) < 1e-9)
    #expect(law.noise.count == SpeechLaw.noises.count)
    #expect(law.noise.allSatisfy { $0.low <= $0.high })
    #expect(law.runs == (0.63, 0.87))
    #expect(law.hours.count == 24)
    #expect(law.hours[0] == 33)
  }

  @Test func words_have_one_other_spelling() throws {
    let law = try SpeechLaw(path: Self.path)
    for (word, form) in law.textisms + law.misspellings {
      #expect(word != form, "\(String(decoding: word, as: UTF8.self))")
    }
  }

  @Test func mistakes_are_told() throws {
    #expect(
      try refusal("[0.63, 0.87]", "[0.87, 0.63]")?.contains("expected the lower end first") == true)
    #expect(
      try refusal("\"hours\": [33, ", "\"hours\": [")?.contains("expected 24 numbers") == true)
    #expect(
      try refusal("\"you\": \"u\"", "\"you\": \"u 2\"")?
        .contains("expected one word and its other spelling") == true)
  }
}
