import Chat
import CorpusFormats
import Detection
import Foundation
import Testing

@testable import Experiments

@Suite struct ExternalServerTests {
  private func server() throws -> (ExternalServer, any Detector) {
    let examples = Examples([Fixtures.chunk(0..<60, split: .train)])
    let detector = try DetectorCatalogue.train(
      "naive-bayes", on: examples, validation: examples, seed: 1)
    let header = ModelFile.Header(
      detector: "naive-bayes", detectorVersion: 3, parameters: [:], policy: .threshold(0.5),
      objective: "f1", corpus: "tiny", corpusSHA256: "", locales: [], seed: 1)
    return (ExternalServer(ModelFile(header: header, detector: detector)), detector)
  }

  private func answer(_ server: inout ExternalServer, _ line: [UInt8]) throws -> String? {
    try server.answer(line.span, number: 12)
  }

  @Test func itSaysWhatTheDetectorSays() throws {
    var (server, detector) = try server()
    let hello = try #require(
      try answer(&server, ExternalRequest.hello(seed: 1, parameters: "{}")))
    let greeting = try ExternalReply.read(
      Array(hello.utf8), as: ExternalReply.Greeting.self, expected: "")
    #expect(greeting.name == "naive-bayes")
    #expect(greeting.version == "3")
    #expect(greeting.deterministic && !greeting.trains)
    let chunk = Fixtures.chunk(0..<6, split: .test)
    let scorer = DetectorPrefixScorer(detector, ViewLens(.full, salt: 0))
    for index in chunk.conversations.indices {
      #expect(
        try answer(&server, ExternalRequest.begin(conversation: "x", authors: 2)) == "")
      var scores: [Double] = []
      for (number, message) in chunk.conversations[index].messages.enumerated() {
        let request = chunk.messages.withText(message) {
          ExternalRequest.message(
            number, author: Int(chunk.messages.author[message]),
            time: chunk.messages.time[message], text: $0)
        }
        let line = try #require(try answer(&server, request))
        let reply = try ExternalReply.read(
          Array(line.utf8), as: ExternalReply.Score.self, expected: "")
        try ExternalReply.check(reply, answers: .number(number))
        #expect(reply.computeNanoseconds ?? -1 >= 0)
        scores.append(reply.score)
      }
      #expect(scores == scorer.score(chunk, conversation: index).trace.scores)
      let end = try #require(try answer(&server, ExternalRequest.end))
      let reply = try ExternalReply.read(
        Array(end.utf8), as: ExternalReply.Score.self, expected: "")
      #expect(reply.score == scores.last)
      #expect(reply.id == .word("end"))
    }
    #expect(try answer(&server, ExternalRequest.bye) == nil)
  }

  @Test func aLineThatIsNoRequestIsSaidWithItsNumber() throws {
    var (server, _) = try server()
    for line in ["hello", "{}", #"{"op":"dance"}"#, #"{"op":"message","id":0}"#] {
      let error = #expect(throws: FormatError.self) {
        try answer(&server, Array(line.utf8))
      }
      #expect(error?.description.hasPrefix("standard input:12: ") == true)
    }
  }
}
