import Chat
import Detection
import Testing

@testable import Experiments

@Suite struct PANAnswersTests {
  /// Who says "lantern" in a grooming conversation is the first author, in every other message.
  private static func chunk(_ numbers: Range<Int>, split: Split) -> Chunk {
    var chunk = Chunk()
    for number in numbers {
      let isPositive = number % 2 == 0
      var conversation = Conversation(id: "c\(number)")
      conversation.label = isPositive ? .grooming : .benign
      conversation.split = split
      conversation.authors = ["leader\(number)", "other\(number)"]
      conversation.participants = [
        Participant(id: "leader\(number)", role: "adult"),
        Participant(id: "other\(number)", role: "child"),
      ]
      for message in 0..<10 {
        let leads = message % 2 == 0
        let text =
          leads && isPositive ? "bring the lantern again" : "the bus was late on day \(number % 7)"
        chunk.messages.append(
          author: leads ? 0 : 1, time: 0, style: .absent, text: text.utf8,
          stage: leads && isPositive ? .approach : .ordinary)
      }
      chunk.close(conversation)
    }
    return chunk
  }

  private static func model(_ name: String) throws -> ModelFile {
    let detector = try DetectorCatalogue.train(
      name, on: Examples([chunk(0..<60, split: .train)]),
      validation: Examples([chunk(60..<90, split: .validation)]), seed: 1)
    return ModelFile(
      header: ModelFile.Header(
        detector: name, detectorVersion: 1, parameters: [:], policy: .threshold(0.5),
        objective: "f1", corpus: "tiny", corpusSHA256: "", locales: [], seed: 1),
      detector: detector)
  }

  /// What a model says of conversations of which the even ones are grooming.
  static func answers(conversations: Range<Int> = 100..<104) throws -> PANAnswers {
    var answers = PANAnswers(try model("naive-bayes"))
    answers.observe(chunk(conversations, split: .test))
    return answers
  }

  @Test(arguments: ["naive-bayes", "two-stage"])
  func suspectsAndTheirTellingLinesAreNamed(_ name: String) throws {
    var answers = PANAnswers(try Self.model(name))
    answers.observe(Self.chunk(100..<104, split: .test))
    #expect(answers.alerts == 2)
    #expect(answers.predators == ["leader100", "leader102"])
    #expect(answers.firstProblem == "leader100\nleader102\n")
    #expect(
      answers.lines
        == [100, 102].flatMap { number in
          [1, 3, 5, 7, 9].map { .init(conversation: "c\(number)", message: $0) }
        })
    #expect(answers.secondProblem.hasPrefix("c100\t1\nc100\t3\n"))
  }

  @Test func withoutAlertsNobodyIsNamed() throws {
    var answers = PANAnswers(try Self.model("naive-bayes"))
    var benign = Self.chunk(100..<102, split: .test)
    benign.conversations.removeFirst()
    answers.observe(benign)
    #expect(answers.firstProblem.isEmpty && answers.secondProblem.isEmpty && answers.alerts == 0)
  }
}
