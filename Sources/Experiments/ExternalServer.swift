import Benchmarking
import Chat
import CorpusFormats
import Detection
import Foundation
import Glibc

/// The detector's side of the protocol around a built-in detector, so that it can be run through the
/// same pipe as one from elsewhere.
public struct ExternalServer {
  private let model: ModelFile
  private let scorer: any Scorer
  private var authors: [String: Int] = [:]
  private var score = 0.0

  /// A server for a model.
  public init(_ model: ModelFile) {
    self.model = model
    scorer = model.detector.makeScorer()
    scorer.begin()
  }

  /// Answers the lines of standard input on standard output until `bye` or the end.
  ///
  /// - Throws: `FormatError` for a line that is no request, `UnreadableFile`.
  public mutating func serveStandardInput() throws {
    struct Bye: Error {}
    do {
      try readLines(of: STDIN_FILENO, name: "standard input") { line, number in
        guard let reply = try answer(line, number: number) else { throw Bye() }
        guard !reply.isEmpty else { return }
        var bytes = Array(reply.utf8)
        bytes.append(UInt8(ascii: "\n"))
        var sent = 0
        while sent < bytes.count {
          let count = bytes[sent...].withUnsafeBytes {
            write(STDOUT_FILENO, $0.baseAddress, $0.count)
          }
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { throw Bye() }
          sent += count
        }
      }
    } catch is Bye {}
  }

  /// The reply to a line: empty where none is due, nil after `bye`.
  mutating func answer(_ line: Span<UInt8>, number: Int) throws -> String? {
    let data = line.withUnsafeBytes { Data($0) }
    let request: Request
    do {
      request = try JSONDecoder().decode(Request.self, from: data)
    } catch {
      throw FormatError(
        file: "standard input", line: number, reason: "no request of \(ExternalRequest.version)")
    }
    switch request.op {
    case .hello: return greeting
    case .train: return #"{"op":"trained"}"#
    case .begin:
      authors = Dictionary(
        (request.authors ?? []).enumerated().map { ($1, $0) },
        uniquingKeysWith: { first, _ in first })
      score = 0
      scorer.begin()
      return ""
    case .message: return try reply(to: request, line: number)
    case .end:
      return JSONText.object([("id", request.id?.json ?? .null), ("score", .number(score))]).text
    case .bye: return nil
    }
  }

  private var greeting: String {
    JSONText.object([
      ("op", .string("hello")), ("name", .string(model.header.detector)),
      ("version", .string("\(model.header.detectorVersion)")),
      ("modes", .array([.string("stream")])), ("deterministic", .bool(true)),
      ("trains", .bool(false)),
    ]).text
  }

  private mutating func reply(to request: Request, line: Int) throws -> String {
    guard let text = request.text, let author = request.author else {
      throw FormatError(
        file: "standard input", line: line, reason: "a message without author or text")
    }
    let index = authors[author] ?? authors.count
    authors[author] = index
    let bytes = Array(text.utf8)
    let start = MonotonicClock.nanoseconds()
    score = scorer.observe(author: index, time: request.time, text: bytes.span)
    let elapsed = MonotonicClock.nanoseconds() - start
    return JSONText.object([
      ("id", request.id?.json ?? .null), ("score", .number(score)),
      ("stage", .optional(scorer.stage?.stage.rawValue)), ("compute_ns", .integer(elapsed)),
    ]).text
  }

  /// What the host may say.
  private struct Request: Decodable {
    enum Operation: String, Decodable { case hello, train, begin, message, end, bye }

    var op: Operation
    var authors: [String]?
    var id: ExternalReply.Score.ID?
    var author: String?
    var time: Int64?
    var text: String?

    private enum CodingKeys: String, CodingKey {
      case op, authors, id, author, text
      case time = "at_ms"
    }
  }
}

extension ExternalReply.Score.ID {
  /// The id as it was written.
  var json: JSONText {
    switch self {
    case .number(let number): .integer(number)
    case .word(let word): .string(word)
    }
  }
}
