import Chat
import Foundation

/// What a detector answers, one JSON object a line.
enum ExternalReply {
  /// The answer to `hello`.
  struct Greeting: Decodable, Sendable, Equatable {
    var name: String
    var version: String
    var modes: [String]
    var deterministic: Bool
    var trains: Bool

    private enum Key: String, CodingKey {
      case op, name, version, modes, deterministic, trains
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      guard try members.decode(String.self, forKey: .op) == "hello" else {
        throw DecodingError.dataCorruptedError(
          forKey: .op, in: members, debugDescription: "expected hello")
      }
      name = try members.decode(String.self, forKey: .name)
      version = try members.decode(String.self, forKey: .version)
      modes = try members.decodeIfPresent([String].self, forKey: .modes) ?? ["stream"]
      deterministic = try members.decodeIfPresent(Bool.self, forKey: .deterministic) ?? false
      trains = try members.decodeIfPresent(Bool.self, forKey: .trains) ?? false
    }
  }

  /// The answer to `train`.
  struct Trained: Decodable {
    var op: String
  }

  /// The answer to a message, or to the end of a conversation.
  struct Score: Decodable {
    /// What is answered: the number of a message, or a word.
    enum ID: Decodable, Equatable {
      case number(Int)
      case word(String)

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
          self = .number(number)
        } else {
          self = .word(try value.decode(String.self))
        }
      }
    }

    var id: ID
    var score: Double
    var stage: String?
    var computeNanoseconds: Int?

    private enum CodingKeys: String, CodingKey {
      case id, score, stage
      case computeNanoseconds = "compute_ns"
    }
  }

  /// Reads a line.
  ///
  /// - Throws: ``ExternalFault/Kind/garbage``, or `notFinite` where a number of the line is none.
  static func read<Reply: Decodable>(
    _ line: [UInt8], as _: Reply.Type, expected: String
  ) throws(ExternalFault) -> Reply {
    do {
      return try JSONDecoder().decode(Reply.self, from: Data(line))
    } catch {
      let text = String(decoding: line.prefix(4096), as: UTF8.self).lowercased()
      let isNoNumber = ["nan", "inf"].contains {
        text.contains(":\($0)") || text.contains(": \($0)") || text.contains(":-\($0)")
          || text.contains(": -\($0)")
      }
      throw isNoNumber
        ? ExternalFault(.notFinite, "wrote a number that is not finite; expected \(expected)")
        : ExternalFault(.garbage, "wrote a line that is no reply; expected \(expected)")
    }
  }

  /// Checks that a score answers what was asked, and is one.
  static func check(_ reply: Score, answers id: Score.ID) throws(ExternalFault) {
    guard reply.id == id else {
      throw ExternalFault(.wrongID, "answered something else than what was asked last")
    }
    guard reply.score.isFinite else {
      throw ExternalFault(.notFinite, "gave a score that is not finite")
    }
    guard (0...1).contains(reply.score) else {
      throw ExternalFault(.outOfRange, "gave a score outside 0…1")
    }
    if let stage = reply.stage, Stage(rawValue: stage) == nil {
      throw ExternalFault(
        .garbage,
        "named an unknown stage; expected \(Stage.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    if let nanoseconds = reply.computeNanoseconds, nanoseconds < 0 {
      throw ExternalFault(.garbage, "gave a negative compute_ns")
    }
  }
}
