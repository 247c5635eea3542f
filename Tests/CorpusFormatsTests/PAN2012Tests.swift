import Chat
import CorpusFormats
import Testing

@Suite struct PAN2012Tests {
  @Test func readsConversations() throws {
    let (all, summary) = try readPAN(neutralPAN)
    #expect(all.map(\.conversation.id) == ["c1", "c2", "empty"])
    #expect(all[0].authors == ["ann", "bob", "ann"])
    #expect(
      all[0].text == ["is the library open & quiet?", "  <yes> \"it's\" open é漢😀  ", ""])
    #expect(all[0].times == [1438 * 60_000, 60_000, 120_000])
    #expect(all[0].styles == [.clock, .clock, .clock])
    #expect(all[1].text == ["two\nlines\r"])
    #expect(all[2].texts.isEmpty)
    #expect(all.allSatisfy { $0.conversation.label == nil && $0.conversation.extra.isEmpty })
    #expect(all.allSatisfy { $0.conversation.messageExtras.isEmpty })
    #expect(summary.conversations == 3 && summary.messages == 4 && summary.skipped.isEmpty)
  }

  @Test func problemOneListsAuthors() throws {
    let (all, _) = try readPAN(neutralPAN, truth: "bob\r\nnobody\n\n")
    #expect(all.map(\.conversation.label) == [.grooming, .benign, .benign])
    #expect(all[0].conversation.participants == [Participant(id: "bob", role: "predator")])
    #expect(all[1].conversation.participants.isEmpty)
  }

  @Test func problemTwoListsLines() throws {
    let (all, _) = try readPAN(neutralPAN, truth: "c2\t1\nc1\t4\nother\t1\n")
    #expect(all.map(\.conversation.label) == [.benign, .grooming, .benign])
    #expect(all[1].conversation.messageExtras == [0: Array(#""suspicious":true"#.utf8)])
    #expect(all[0].conversation.messageExtras.isEmpty)
  }

  @Test(arguments: [1, 40, 1000])
  func chunksKeepTheOrder(maximum: Int) throws {
    let (all, _) = try readPAN(neutralPAN, maximumTextBytes: maximum)
    #expect(all == (try readPAN(neutralPAN).all))
  }

  @Test func duplicateConversationsAreRefused() throws {
    let twice = neutralPAN.replacing("\"c2\"", with: "\"c1\"")
    let error = try #require(refusalPAN(twice))
    #expect(error.line == 20)
    #expect(error.reason == "the id stands on line 3 too; expected every id once")
    let (all, summary) = try readPAN(twice, isLenient: true)
    #expect(all.map(\.conversation.id) == ["c1", "empty"])
    #expect(summary.skipped.map(\.line) == [20])
  }

  @Test func lenientPassesOverBadConversations() throws {
    let bad = neutralPAN.replacing("<time>00:01</time>", with: "<time/>")
    #expect(refusalPAN(bad)?.line == 11)
    let (all, summary) = try readPAN(bad, isLenient: true)
    #expect(all.map(\.conversation.id) == ["c2", "empty"])
    #expect(all[0].text == ["two\nlines\r"])
    #expect(summary.skipped.map(\.reason) == ["'time' is no time; expected HH:MM"])
    // Malformed XML is beyond leniency.
    let broken = neutralPAN.replacing("</conversations>", with: "")
    #expect(throws: FormatError.self) { _ = try readPAN(broken, isLenient: true) }
  }

  @Test(arguments: ["<conversations/>", "<conversations>\n</conversations>\n"])
  func aFileWithoutAConversationIsRefused(text: String) throws {
    #expect(try #require(refusalPAN(text)).reason.contains("without a conversation"))
  }

  @Test func missingFilesAreUnreadable() {
    #expect(throws: UnreadableFile.self) { _ = try PAN2012.read(path: "/nonexistent/x") { _ in } }
    let file = TemporaryFile(neutralPAN)
    #expect(throws: UnreadableFile.self) {
      _ = try PAN2012.read(path: file.path, truth: "/nonexistent/x") { _ in }
    }
  }
}
