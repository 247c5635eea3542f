import CommandLineKit
import Experiments
import Store

extension CorpusRecord {
  /// The record as JSON.
  var json: JSONText {
    .object([
      ("name", .string(name)), ("source", .string(source)),
      ("conversations", .integer(conversations)), ("messages", .integer(messages)),
      ("seed", seed.map { .raw("\($0)") } ?? .null), ("content_sha256", .string(contentSHA256)),
      ("created", .string(createdUTC)),
    ])
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
