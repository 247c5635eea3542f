import Chat
import Testing

@testable import CorpusFormats

@Suite struct ConversationSourceTests {
  /// Conversations of one message each, by id; nil is one that is wrong.
  private struct Listed: ConversationSource {
    let ids: [String?]
    var file: String { "list" }
    private(set) var line = 0
    var startLine: Int { line }
    private(set) var messages = MessageColumns()

    init(_ ids: [String?]) { self.ids = ids }

    mutating func next() -> ConversationStep {
      guard line < ids.count else { return .finished }
      line += 1
      guard let id = ids[line - 1] else { return .bad(line: line, LineFault("a fault")) }
      messages.removeAll()
      messages.append(author: 0, time: 0, style: .absent, text: id.utf8)
      var conversation = Conversation(id: id)
      conversation.authors = ["a"]
      return .conversation(conversation)
    }
  }

  private func read(
    _ ids: [String?], isLenient: Bool = false
  ) throws -> (ids: [String], summary: ReadSummary) {
    var source = Listed(ids)
    var output = ChunkOutput(maximumTextBytes: 3)
    var found: [String] = []
    let summary = try output.handOnAll(of: &source, isLenient: isLenient) { chunk in
      found += chunk.conversations.map(\.id)
    }
    return (found, summary)
  }

  @Test func everyConversationIsHandedOnInOrder() throws {
    let (ids, summary) = try read(["a", "bb", "ccc", "dddd"])
    #expect(ids == ["a", "bb", "ccc", "dddd"])
    #expect(summary.conversations == 4)
    #expect(summary.messages == 4)
  }

  @Test func faultsAndRepeatedIdsAreThrownOrReported() throws {
    #expect(throws: FormatError(file: "list", line: 2, reason: "a fault")) {
      _ = try read(["a", nil])
    }
    let repeated = FormatError(
      file: "list", line: 3, reason: "the id stands on line 1 too; expected every id once")
    #expect(throws: repeated) { _ = try read(["a", "b", "a"]) }
    let (ids, summary) = try read(["a", nil, "a", "b"], isLenient: true)
    #expect(ids == ["a", "b"])
    #expect(summary.skipped == [FormatError(file: "list", line: 2, reason: "a fault"), repeated])
  }
}
