import Chat
import Foundation

@testable import CorpusGeneration

/// A folder with a small language of neutral words, made anew for a test and removed after it.
final class Miniature {
  let folder: String
  var recipe: String { folder + "/recipe.json" }
  var grammars: String { folder + "/en" }

  static var datasets: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Datasets").path
  }

  /// Writes the folder; `files` replace or add files below it.
  init(_ files: [String: String] = [:]) throws {
    folder = NSTemporaryDirectory() + "nightlight-miniature-\(UUID().uuidString)"
    for act in 0..<Act.tail { try write("en/" + Act.file(act), Self.grammar(Act.names[act])) }
    let helpers = [
      ("tail", ["and so on {when}", "near {place} anyway"]), ("opener", ["hey", "so"]),
      ("frame", ["a friend wrote: {quote}", "somebody said, {quote}"]),
    ]
    for (name, lines) in helpers {
      try write(
        "en/ordinary/\(name).grammar", Self.sections { _ in "\(name):\n" + Self.indent(lines) })
    }
    try write("en/common.grammar", "pool shared\n\nsoft:\n  well\n  oh\n")
    for (topic, word) in [("kites", "kite"), ("maps", "map")] {
      try write(
        "en/topics/\(topic).topic",
        Self.sections { pool in
          TopicFile.topicLists.map { "\($0): \(word) \($0) \(pool.prefix(3)); big \(word) \($0)" }
            .joined(separator: "\n")
        })
    }
    let names = [
      "train": "Ann; Ben; Cleo; Dan; Eve; Fay; Gus",
      "validation": "Jan; Kim; Leo; Mia; Ned; Ola; Pia",
      "test": "Sam; Tom; Una; Val; Wes; Yan; Zoe",
    ]
    try write(
      "en/common.topic",
      Self.sections { pool in
        """
        name: \(names[pool] ?? "")
        friend: Hal; Ida
        when: later; soon
        day: monday
        platform: app-a; chat-b
        relative: my aunt
        snack: soup
        weather: rain
        """
      })
    try write("recipe.json", Self.recipe())
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func recipe(
    mix: String = #"{"grooming": 1, "hard-negative": 2, "ordinary": 2}"#, more: String = ""
  ) -> String {
    """
    {
      "name": "miniature", "locale": "en", "seed": 7, "conversations": 100,
      "mix": \(mix),
      "splits": {"train": 0.6, "validation": 0.2, "test": 0.2}, "extra": {"test-iid": 0.1},
      "grammars": "en", "structure": "\(datasets)/structure",
      "tables": "\(datasets)/tables/quantiles.json"\(more)
    }
    """
  }

  /// A grammar in which every pool has its own words.
  static func grammar(_ act: String) -> String {
    sections { pool in
      let mark = ["train": "first", "validation": "second", "test": "third"][pool] ?? ""
      return """
        \(act):
          2 | the \(mark) \(act) words [{when}] (here/there)
          <lead> \(act) with {thing} {name}

        \(act)-short:
          \(mark) \(act)
          \(act) ok

        lead:
          my \(mark)
          <soft> \(mark)
        """
    }
  }

  static func sections(_ body: (String) -> String) -> String {
    Pool.split.map { "pool \($0.name)\n\n\(body($0.name))\n" }.joined(separator: "\n")
  }

  private static func indent(_ lines: [String]) -> String {
    lines.map { "  \($0)" }.joined(separator: "\n")
  }

  func write(_ name: String, _ text: String) throws {
    let path = folder + "/" + name
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  func generator(seed: UInt64? = nil, conversations: Int? = nil) throws -> Generator {
    try withExtendedLifetime(self) {
      try Generator(recipe: recipe, seed: seed, conversations: conversations)
    }
  }

  func recipe(seed: UInt64? = nil, conversations: Int? = nil) throws -> Recipe {
    try withExtendedLifetime(self) {
      try Recipe(path: recipe, seed: seed, conversations: conversations)
    }
  }
}

extension Generator {
  /// The given conversations in one chunk.
  func chunk(_ indices: some Sequence<Int>) throws -> Chunk {
    var chunk = Chunk()
    var scratch = Scratch()
    for index in indices { try generate(index, into: &chunk, scratch: &scratch) }
    return chunk
  }
}

extension Chunk {
  /// Everything a conversation holds, as text.
  func dump(_ index: Int) -> String {
    let conversation = conversations[index]
    var copy = conversation
    copy.messages = 0..<conversation.messages.count
    var text = "\(copy)\n"
    for message in conversation.messages {
      let words = String(decoding: messages.text[messages.textRange(message)], as: UTF8.self)
      text += "\(messages.author[message]) \(messages.time[message]) \(messages.session[message]) "
      text += "\(messages.stage[message]) \(messages.signs[message].rawValue) "
      text += "\(messages.cues[message].rawValue) \(words)\n"
    }
    return text
  }

  func text(_ message: Int) -> String {
    String(decoding: messages.text[messages.textRange(message)], as: UTF8.self)
  }
}

/// The sentence of the error that `body` throws, or nil.
func failure(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}
