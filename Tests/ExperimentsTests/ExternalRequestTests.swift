import Foundation
import Testing

@testable import Experiments

@Suite struct ExternalRequestTests {
  private func message(_ number: Int, author: Int, time: Int64?, text: [UInt8]) -> [UInt8] {
    ExternalRequest.message(number, author: author, time: time, text: text.span)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func theLinesAreThoseOfTheProtocol() {
    #expect(
      text(ExternalRequest.hello(seed: .max, parameters: #"{"C":1}"#))
        == #"{"op":"hello","protocol":"nightlight/1","seed":18446744073709551615,"params":{"C":1}}"#
        + "\n")
    #expect(text(ExternalRequest.train(path: "/a b")) == #"{"op":"train","path":"/a b"}"# + "\n")
    #expect(
      text(ExternalRequest.begin(conversation: "x7", authors: 2))
        == #"{"op":"begin","conversation":"x7","authors":["a","b"]}"# + "\n")
    #expect(
      text(message(3, author: 1, time: -5, text: [104, 105]))
        == #"{"op":"message","id":3,"author":"b","at_ms":-5,"text":"hi"}"# + "\n")
    #expect(
      text(message(0, author: 0, time: nil, text: []))
        == #"{"op":"message","id":0,"author":"a","at_ms":null,"text":""}"# + "\n")
    #expect(text(ExternalRequest.end) == #"{"op":"end","id":"end"}"# + "\n")
    #expect(text(ExternalRequest.bye) == #"{"op":"bye"}"# + "\n")
  }

  @Test func everyTextComesBackFromItsLine() throws {
    struct Line: Decodable { var text: String }
    for text in ["\"\\/\u{0}\u{1F}\u{7F}\n\r\t", "👩‍👩‍👧‍👦 é \u{2028}", ""] {
      let bytes = message(0, author: 0, time: nil, text: Array(text.utf8))
      #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1)
      #expect(try JSONDecoder().decode(Line.self, from: Data(bytes)).text == text)
    }
  }

  @Test func aLineStaysWithinOneMiBAndCutsNoCharacter() throws {
    struct Line: Decodable { var text: String }
    for (piece, margin) in [("a", 0), ("é", 1), ("👍", 3), ("\"", 1), ("\u{1}", 5)] {
      let long = Array(String(repeating: piece, count: 1 << 20).utf8)
      let bytes = message(0, author: 0, time: nil, text: long)
      #expect(bytes.count <= ExternalProcess.maximumLineBytes)
      #expect(bytes.count >= ExternalProcess.maximumLineBytes - margin, "\(piece.utf8.count)")
      let line = try JSONDecoder().decode(Line.self, from: Data(bytes))
      #expect(line.text.allSatisfy { String($0) == piece })
    }
    let head = message(0, author: 0, time: nil, text: []).count
    let room = ExternalProcess.maximumLineBytes - head
    let exact = [UInt8](repeating: UInt8(ascii: "a"), count: room)
    #expect(
      message(0, author: 0, time: nil, text: exact).count
        == ExternalProcess.maximumLineBytes)
  }

  @Test(arguments: [
    (0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa"),
  ])
  func authorsAreLetters(_ index: Int, _ letters: String) {
    #expect(ExternalRequest.author(index) == letters)
  }

  @Test func idsTellNothing() {
    let ids = Set((0..<1000).map { _ in ExternalRequest.opaqueID() })
    #expect(ids.count == 1000)
    #expect(ids.allSatisfy { $0.utf8.count == 12 })
  }
}
