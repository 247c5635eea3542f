import Chat
import CommandLineKit
import Experiments
import Store

extension CorpusRecord {
  /// The record as JSON.
  var json: JSONText { .object(members) }

  /// The members of ``json``.
  var members: [(String, JSONText)] {
    [
      ("name", .string(name)), ("source", .string(source)),
      ("conversations", .integer(conversations)), ("messages", .integer(messages)),
      ("seed", seed.map { .raw("\($0)") } ?? .null), ("content_sha256", .string(contentSHA256)),
      ("created", .string(createdUTC)), ("derived_from", derivation.map(\.json) ?? .null),
    ]
  }

  /// Says what is in the database now: JSON on standard output, or a note.
  func report(_ common: CommonOptions) throws {
    if common.wantsJSON {
      try printLine(json.text)
    } else {
      common.note(
        "Corpus '\(name)': \(grouped(conversations)) conversations, \(grouped(messages)) messages, "
          + "content \(contentSHA256.prefix(12)).")
    }
  }
}

extension Derivation {
  /// The derivation as JSON; a level that is a number is one.
  var json: JSONText {
    .object([
      ("corpus", .string(parent)), ("content_sha256", .string(parentSHA256)),
      ("kind", .string(kind)), ("level", amount == nil ? .string(level) : .raw(level)),
      ("seed", .raw("\(seed)")), ("splits", .array(splits.map { .string($0.rawValue) })),
    ])
  }

  /// One sentence, such as `everyday (content 0a1b2c3d4e5f), typos 0.03, seed 1, on test`.
  var sentence: String {
    "\(parent) (content \(parentSHA256.prefix(12))), \(kind) \(level), seed \(seed), "
      + "on \(splits.map(\.rawValue).joined(separator: ", "))"
  }
}
