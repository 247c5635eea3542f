import Evaluation
import Foundation
import Store

/// One line of results that were made elsewhere; `nightlight-scan rate` writes such lines too, with
/// the member `id` in the place of `conversation`.
struct ImportedResult: Decodable {
  /// What is wrong with a line.
  struct Fault: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
  }

  var prediction: PredictionRecord
  /// Sorted by author.
  var authors: [(author: String, score: Double)] = []
  private var hasMessages = false

  private enum Key: String, CodingKey {
    case conversation, id, score, messages, authors
    case alertMessage = "alert_message"
  }

  /// Reads a line; members with other names are passed over.
  static func read(_ line: Data) throws(Fault) -> ImportedResult {
    do {
      return try JSONDecoder().decode(ImportedResult.self, from: line)
    } catch {
      throw error as? Fault
        ?? Fault(#"no JSON object; expected {"conversation":…,"score":…,"alert_message":…}"#)
    }
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    func member<Value: Decodable>(_ key: Key, _ expected: String) throws -> Value? {
      do {
        return try members.decodeIfPresent(Value.self, forKey: key)
      } catch {
        throw Fault("member '\(key.rawValue)' is not \(expected)")
      }
    }
    func score(_ value: Double, _ key: Key) throws -> Double {
      guard value.isFinite, (0...1).contains(value) else {
        throw Fault("member '\(key.rawValue)' holds a score outside 0…1")
      }
      return value
    }
    let name = members.contains(.conversation) || !members.contains(.id) ? Key.conversation : .id
    for key in [name, .score, .alertMessage] where !members.contains(key) {
      throw Fault("no member '\(key.rawValue)'; expected conversation, score and alert_message")
    }
    guard let id: String = try member(name, "the id of a conversation"),
      let last: Double = try member(.score, "a number in 0…1")
    else { throw Fault("conversation or score is null; expected an id and a number in 0…1") }
    prediction = PredictionRecord(
      conversation: id, score: try score(last, .score),
      alertMessage: try member(.alertMessage, "the number of a message, or null"))
    if let scores: [Double] = try member(.messages, "a list of numbers in 0…1") {
      prediction.messageScores = try scores.map { try score($0, .messages) }
      hasMessages = true
    }
    if let scores: [String: Double] = try member(.authors, "an object of numbers in 0…1") {
      authors = try scores.sorted { $0.key < $1.key }.map {
        ($0.key, try score($0.value, .authors))
      }
    }
  }

  /// Why the line does not fit the conversation it names; nil where it does.
  func fault(messages: Int, authors known: Set<String>) -> String? {
    if let alert = prediction.alertMessage, alert < 1 || alert > messages {
      return "alert_message is \(alert); the conversation has \(messages) messages, expected "
        + (messages > 0 ? "1…\(messages) or null" : "null")
    }
    if hasMessages, prediction.messageScores.count != messages {
      return "\(prediction.messageScores.count) scores in 'messages'; expected \(messages)"
    }
    if let stranger = authors.first(where: { !known.contains($0.author) }) {
      return "author '\(stranger.author)' does not write in conversation "
        + "'\(prediction.conversation)'"
    }
    return nil
  }
}
