import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PerturbationNamesTests {
  private typealias Line = NoisyTalk.Line
  private let lines = [
    Line(0, "Hello Maya, is BRUNO there?"), Line(1, "maya is, annalise not"),
    Line(0, "ben and Maya"),
  ]

  @Test func speakersGetNeutralIds() throws {
    var orders: Set<[String]> = []
    for seed in 0..<20 {
      let chunk = NoisyTalk.chunk(lines) {
        $0.participants.append(Participant(id: "cleo"))
        $0.participants.append(Participant(id: ""))
      }
      let noisy = try NoisyTalk.noisy(chunk, .anonymise, "ids", seed: UInt64(seed)).chunk
      let conversation = noisy.conversations[0]
      let ids = conversation.participants.map(\.id)
      #expect(Set(ids) == ["s1", "s2", "s3", ""])
      #expect(conversation.authors == Array(ids.prefix(2)))
      #expect(conversation.participants.map(\.role) == ["adult", "child", nil, nil])
      #expect(noisy.texts() == lines.map(\.text))
      orders.insert(ids)
    }
    #expect(orders.count > 2)
  }

  @Test func namesInTextsBecomePersons() throws {
    let noisy = try NoisyTalk.noisy(NoisyTalk.chunk(lines), .anonymise, "names").chunk
    #expect(
      noisy.texts() == [
        "Hello person-a, is person-b there?", "person-a is, annalise not",
        "person-c and person-a",
      ])
  }

  @Test func manyNamesGoOnWithTwoLetters() throws {
    let letters = "abcdefghijklmnopqrstuvwxyzabcd"
    let ids = letters.enumerated().map { "nobody\($0 < 26 ? "a" : "b")\($1)" }
    let chunk = NoisyTalk.chunk([Line(0, ids.joined(separator: " "))]) { conversation in
      conversation.participants += ids.map { Participant(id: $0) }
    }
    let words = try NoisyTalk.noisy(chunk, .anonymise, "names").chunk.texts()[0].split(
      separator: " ")
    #expect(words.first == "person-a")
    #expect(words[25...27] == ["person-z", "person-aa", "person-ab"])
    #expect(Set(words).count == 30)
  }
}
