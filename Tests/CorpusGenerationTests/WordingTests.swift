import Chat
import Testing

@testable import CorpusGeneration

@Suite struct WordingTests {
  @Test func every_act_of_a_message_is_worded() throws {
    let generator = try Miniature().generator(conversations: 100)
    let chunk = try generator.chunk(0..<generator.count)
    for message in 0..<chunk.messages.count {
      let text = chunk.text(message).lowercased()
      for sign in chunk.messages.signs[message].cases where sign != .withheld {
        #expect(text.contains(sign.rawValue), "message \(message)")
      }
      for cue in chunk.messages.cues[message].cases {
        #expect(text.contains(cue.rawValue), "message \(message)")
      }
    }
  }

  /// The miniature's ordinary acts come with the shares of the data, greetings at sittings included.
  @Test func acts_of_ordinary_talk_keep_their_shares() throws {
    let generator = try Miniature().generator(conversations: 200)
    let chunk = try generator.chunk(0..<generator.count)
    let speech = try SpeechLaw(path: Miniature.datasets + "/structure/speech.json")
    var counts = [Double](repeating: 0, count: SpeechLaw.acts.count)
    for message in 0..<chunk.messages.count
    where chunk.messages.signs[message].isEmpty && chunk.messages.cues[message].isEmpty {
      let text = chunk.text(message).lowercased()
      // The act of the message stands first, before clauses that lengthen it.
      let first = SpeechLaw.acts.indices.compactMap { act in
        text.firstRange(of: SpeechLaw.acts[act]).map { (act, $0.lowerBound) }
      }.min { $0.1 < $1.1 }
      if let first { counts[first.0] += 1 }
    }
    let total = counts.reduce(0, +)
    for (act, share) in speech.acts.enumerated() {
      #expect(abs(counts[act] / total - share) < 0.025, "\(SpeechLaw.acts[act])")
    }
  }

  @Test func words_follow_one_law_whatever_the_act() throws {
    let generator = try Miniature().generator(conversations: 400)
    let chunk = try generator.chunk(0..<generator.count)
    var words: [Bool: (sum: Double, count: Double)] = [:]
    for message in 0..<chunk.messages.count {
      let signs = chunk.messages.signs[message].cases
      if signs.contains(.withheld) || signs.count > 1 || !chunk.messages.cues[message].isEmpty {
        continue
      }
      let count = chunk.text(message).split(separator: " ").count
      words[signs.isEmpty, default: (0, 0)].sum += Double(count)
      words[signs.isEmpty, default: (0, 0)].count += 1
    }
    let means = [true, false].compactMap { words[$0].map { $0.sum / $0.count } }
    #expect(abs(means[0] - means[1]) < 0.6, "\(means)")
  }
}
