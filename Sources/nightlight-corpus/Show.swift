import Chat
import CommandLineKit
import CorpusFormats
import Experiments
import Store

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one conversation with its truth.",
    discussion: "Control characters are shown as question marks. --json prints the canonical line.")

  @Argument(help: "The corpus.") var name: String
  @Argument(help: "The conversation's id.") var conversation: String
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let corpus = try workbench.corpus(named: name)
    guard let chunk = try workbench.conversation(corpus: name, id: conversation),
      let found = chunk.conversations.first
    else {
      throw NotFound(
        description: "corpus '\(name)' holds no conversation '\(conversation)'; "
          + "expected an id such as 'nightlight-corpus export \(name) --output -' prints")
    }
    if common.wantsJSON {
      var line: [UInt8] = []
      JSONL.append(chunk, conversation: 0, to: &line)
      return try printLine(String(decoding: line.dropLast(), as: UTF8.self))
    }
    try printLine(head(of: found))
    if let derivation = corpus.derivation { try printLine("derived from \(derivation.sentence)") }
    for (number, index) in found.messages.enumerated() {
      try printLine(text(of: index, number + 1, found, chunk.messages))
    }
  }

  private func head(of conversation: Conversation) -> String {
    let facts = [
      conversation.label?.rawValue, conversation.kind?.rawValue, conversation.scenario,
      conversation.split?.rawValue, conversation.onset.map { "onset \($0)" },
      conversation.decidable.map { "decidable \($0)" },
    ]
    let sides = conversation.participants.map {
      "\($0.id) \($0.role ?? "?") \($0.ageBand ?? "?")"
    }
    return "\(conversation.id): \(facts.compactMap(\.self).joined(separator: ", "))\n"
      + sides.joined(separator: "; ")
  }

  private func text(
    of index: Int, _ number: Int, _ conversation: Conversation, _ messages: MessageColumns
  ) -> String {
    let author = conversation.authors[Int(messages.author[index])]
    let marks =
      messages.signs[index].cases.map { "!" + $0.rawValue }
      + messages.cues[index].cases.map { "+" + $0.rawValue }
    let text = messages.withText(index) { span in
      String(decoding: span.indices.map { span[$0] < 0x20 ? 0x3F : span[$0] }, as: UTF8.self)
    }
    let suffix = marks.isEmpty ? "" : "  [\(marks.joined(separator: " "))]"
    return "\(number)\t\(author)\t\(text)\(suffix)"
  }
}

/// Something that was asked for by name and is not there.
struct NotFound: Error, CustomStringConvertible {
  let description: String
}
