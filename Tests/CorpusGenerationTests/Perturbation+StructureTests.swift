import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PerturbationStructureTests {
  private typealias Line = NoisyTalk.Line

  /// Results of many conversations of the same lines, one id each.
  private func results(
    _ kind: Perturbation.Kind, _ level: String, _ lines: [Line], count: Int = 200,
    _ change: (inout Conversation) -> Void = { _ in }
  ) throws -> Chunk {
    var chunk = Chunk()
    for number in 0..<count { NoisyTalk.add(lines, id: "c\(number)", to: &chunk, change) }
    return try NoisyTalk.noisy(chunk, kind, level).chunk
  }

  @Test func aMessageIsCutAtABlank() throws {
    let chunk = try results(
      "split-merge", [Line(0, "one two three", .isolation, [.secrecyRequest])])
    var forms: Set<[String]> = []
    for (index, conversation) in chunk.conversations.enumerated() {
      forms.insert(chunk.texts(index))
      let last = conversation.messages.upperBound - 1
      // The act is complete with its last part, and there the onset points.
      #expect(chunk.messages.signs[last] == [.secrecyRequest])
      #expect(conversation.onset == conversation.messages.count)
      for message in conversation.messages {
        #expect(chunk.messages.stage[message] == UInt8(Stage.isolation.index))
        #expect(chunk.messages.session[message] == 1)
        #expect(message == last || chunk.messages.signs[message].isEmpty)
      }
    }
    #expect(forms == [["one two three"], ["one", "two three"], ["one two", "three"]])
  }

  private func results(_ kind: String, _ lines: [Line]) throws -> Chunk {
    try results(Perturbation.Kind(rawValue: kind) ?? .drop, "1", lines) { $0.onset = 1 }
  }

  @Test func neighboursOfOneAuthorWithinASittingAreJoined() throws {
    // One word each, so that nothing can be cut.
    let lines = [
      Line(0, "one", .rapport), Line(0, "two", .isolation, [.secrecyRequest]),
      Line(1, "three", .isolation), Line(1, "four", .isolation, session: 2),
    ]
    let chunk = try results(.splitMerge, "1", lines) { ($0.onset, $0.decidable) = (2, 2) }
    var forms: Set<[String]> = []
    for (index, conversation) in chunk.conversations.enumerated() {
      let texts = chunk.texts(index)
      forms.insert(texts)
      guard texts[0] == "one two" else { continue }
      let first = conversation.messages.lowerBound
      #expect(chunk.messages.signs[first] == [.secrecyRequest])
      #expect(chunk.messages.stage[first] == UInt8(Stage.isolation.index))
      #expect(conversation.onset == 1)
      #expect(conversation.decidable == 1)
    }
    #expect(forms == [["one", "two", "three", "four"], ["one two", "three", "four"]])
  }

  @Test func theTokenIsNeitherCutNorJoined() throws {
    let lines = [
      Line(0, "one"), Line(0, "[content-withheld]", .boundaryShift, [.withheld]), Line(0, "two"),
    ]
    let chunk = try results(.splitMerge, "1", lines)
    for index in chunk.conversations.indices {
      #expect(chunk.texts(index) == ["one", "[content-withheld]", "two"])
    }
  }

  @Test func theShareOfMessagesIsDropped() throws {
    let lines = (0..<40).map { Line($0 % 2, "\($0)") }
    let chunk = try results(.drop, "0.1", lines)
    let share = 1 - Double(chunk.messages.count) / 8000
    #expect(abs(share - 0.1) < 0.02)
    let more = try results(.drop, "0.4", lines)
    for index in chunk.conversations.indices {
      #expect(Set(more.texts(index)).isSubset(of: Set(chunk.texts(index))))
    }
  }

  @Test func oneMessageIsAlwaysLeft() throws {
    let chunk = try results(.drop, "0.999", [Line(0, "one"), Line(1, "two")])
    var forms: Set<[String]> = []
    for index in chunk.conversations.indices { forms.insert(chunk.texts(index)) }
    #expect(forms.isSuperset(of: [["one"], ["two"]]))
    #expect(!forms.contains([]))
  }

  @Test func unknownMembersStayWithTheirMessage() throws {
    let lines = [Line(0, "one"), Line(1, "two"), Line(0, "three four")]
    let members = Array(#""mood":"calm""#.utf8)
    for (kind, level) in [(Perturbation.Kind.drop, "0.5"), (.splitMerge, "1")] {
      let chunk = try results(kind, level, lines) { $0.messageExtras = [2: members] }
      for (index, conversation) in chunk.conversations.enumerated() {
        let texts = chunk.texts(index)
        let place = texts.firstIndex { $0.hasPrefix("three") }
        #expect(conversation.messageExtras == (place.map { [$0: members] } ?? [:]))
      }
    }
  }
}
