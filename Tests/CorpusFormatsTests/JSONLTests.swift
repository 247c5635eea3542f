import Chat
import CorpusFormats
import Testing

@Suite struct JSONLTests {
  @Test func readsTheWholeContract() throws {
    let all = try readAll(
      #"{"id":"c000001","label":"grooming","split":"train","group":"g17","locale":"en","#
        + #""kind":"grooming","scenario":"s","pair":null,"families":["f3"],"seed":7,"#
        + #""participants":[{"id":"a","role":"adult","ageBand":"adult"},"#
        + #"{"id":"b","role":"child","ageBand":"13-15"}],"knownOffline":false,"onset":12,"#
        + #""decidable":31,"messages":[{"author":"a","time":"2031-05-02T18:04:11Z","text":"hi","#
        + #""session":1,"stage":"contact","signs":["threat","age-probe"],"cues":["refuses"]}]}"#)
    let whole = try #require(all.first)
    let conversation = whole.conversation
    #expect(conversation.id == "c000001" && conversation.label == .grooming)
    #expect(conversation.split == .train && conversation.group == "g17")
    #expect(conversation.locale == "en" && conversation.kind == .grooming)
    #expect(conversation.scenario == "s" && conversation.pair == nil)
    #expect(conversation.families == ["f3"] && conversation.seed == 7)
    #expect(
      conversation.participants == [
        Participant(id: "a", role: "adult", ageBand: "adult"),
        Participant(id: "b", role: "child", ageBand: "13-15"),
      ])
    #expect(conversation.knownOffline == false)
    #expect(conversation.onset == 12 && conversation.decidable == 31)
    #expect(conversation.authors == ["a"] && whole.text == ["hi"])
    #expect(whole.times == [1_935_511_451_000] && whole.styles == [.isoSecondsUTC])
    #expect(whole.sessions == [1] && whole.stages == [1])
    #expect(whole.signs == [[.ageProbe, .threat]] && whole.cues == [[.refuses]])
    #expect(conversation.extra.isEmpty && conversation.messageExtras.isEmpty)
  }

  @Test(arguments: [
    "\u{feff}" + #"{"id":"a","messages":[]}"#,
    #"{"id":"a","messages":[]}"# + "\r\n",
    "\n\n  \r\n\t\n" + #"{"id":"a","messages":[]}"# + "\n \n\n",
    "  " + #"{ "id" : "a" , "messages" : [ ] }"# + "  \r\n",
    "\u{feff}\n" + #"{"id":"a","messages":[]}"#,
  ])
  func acceptsHarmlessVariations(text: String) throws {
    #expect(try readAll(text).map(\.conversation.id) == ["a"])
  }

  @Test func lastLineMayLackItsNewline() throws {
    let line = #"{"id":"1","messages":[{"author":"a","text":"x"}]}"#
    #expect(try readAll(line).first?.text == ["x"])
    #expect(try readAll(line + "\n" + line.replacing("1", with: "2")).count == 2)
  }

  @Test func emptyMessagesAndTextsAreAllowed() throws {
    #expect(try readAll(#"{"id":"","messages":[]}"#).first?.texts == [])
    #expect(try readAll(#"{"id":"a","messages":[{"author":"","text":""}]}"#).first?.texts == [[]])
  }

  @Test(arguments: ["", "\n", "\u{feff}", " \r\n\n"])
  func aFileWithoutAConversationIsRefused(text: String) throws {
    let error = try #require(refusal(text))
    #expect(error.reason.contains("without a conversation"))
    #expect(error.line ?? 0 >= 1)
  }

  @Test func duplicateIDsAreRefusedByBytes() throws {
    let line = { (id: String) in #"{"id":"\#(id)","messages":[]}"# + "\n" }
    let error = try #require(refusal(line("a") + line("b") + "\n" + line("a")))
    #expect(error.line == 4)
    #expect(error.reason == "the id stands on line 1 too; expected every id once")
    #expect(refusal(line("a") + line(#"\u0061"#))?.line == 2)
    // Canonically equivalent, but other bytes.
    #expect(try readAll(line("é") + line("e\u{301}")).count == 2)
  }

  @Test func aMissingFileIsNoFormatError() {
    #expect(throws: UnreadableFile(path: "/nonexistent/x", reason: "No such file or directory")) {
      _ = try JSONL.read(path: "/nonexistent/x") { _ in }
    }
    #expect(throws: UnreadableFile(path: "/", reason: "Is a directory")) {
      _ = try JSONL.read(path: "/") { _ in }
    }
  }

  @Test func lenientSkipsAndReports() throws {
    let file = TemporaryFile(
      """
      {"id":"a","messages":[{"author":"x","text":"kept"}]}
      {"id":"b","messages":[{"author":"x","text":"dropped"},{"author":"x"}]}
      nonsense
      {"id":"a","messages":[{"author":"x","text":"twice"}]}
      {"id":"c","messages":[{"author":"y","text":"kept too"}]}
      """)
    var ids: [String] = []
    var texts: [String] = []
    let summary = try JSONL.read(path: file.path, options: .init(isLenient: true)) { chunk in
      for index in chunk.conversations.indices {
        let whole = Whole(chunk, index)
        ids.append(whole.conversation.id)
        texts += whole.text
      }
    }
    #expect(ids == ["a", "c"] && texts == ["kept", "kept too"])
    #expect(summary.conversations == 2 && summary.messages == 2)
    #expect(summary.skipped.map(\.line) == [2, 3, 4])
    #expect(
      summary.skipped.first?.description
        == "\(file.path):2: member 'text' is missing; expected a string (message 2)")
  }

  @Test func lenientStillWantsAConversation() throws {
    let error = try #require(refusal("nonsense\n", options: .init(isLenient: true)))
    #expect(error.reason.contains("without a conversation"))
    #expect(error.reason.contains(":1: "))
  }

  @Test(arguments: [
    (#""spam""#, "grooming"), (#""ham""#, "benign"), (#""sp\u0061m""#, "grooming"),
    ("1", "benign"), ("true", "benign"), (#""grooming""#, "benign"),
  ])
  func positiveLabelMapsStrings(value: String, label: String) throws {
    let line = #"{"id":"a","label":\#(value),"messages":[]}"#
    let all = try readAll(line, options: .init(positiveLabel: "spam"))
    #expect(all.first?.conversation.label?.rawValue == label)
  }

  @Test(arguments: [("1", "1"), ("true", "true"), ("-0.5e1", "-0.5e1"), (#""1""#, "1")])
  func positiveLabelComparesAsText(value: String, positive: String) throws {
    let line = #"{"id":"a","label":\#(value),"messages":[]}"#
    #expect(
      try readAll(line, options: .init(positiveLabel: positive)).first?.conversation.label
        == .grooming)
    #expect(
      try readAll(line, options: .init(positiveLabel: "2")).first?.conversation.label == .benign)
  }

  @Test func positiveLabelKeepsAbsenceAndRefusesContainers() throws {
    let options = JSONL.Options(positiveLabel: "spam")
    for line in [#"{"id":"a","messages":[]}"#, #"{"id":"a","label":null,"messages":[]}"#] {
      #expect(try readAll(line, options: options).first?.conversation.label == nil)
    }
    let error = refusal(#"{"id":"a","label":["spam"],"messages":[]}"#, options: options)
    #expect(
      error?.reason == "member 'label' is an array; expected a string, number or boolean")
  }

  @Test func ignoredTruthMayHaveAnyType() throws {
    let line =
      #"{"label":5,"split":{"a":[]},"kind":[],"onset":"x","decidable":-1,"id":"a","#
      + #""label":"twice","messages":[{"stage":7,"author":"a","signs":"x","text":"t","cues":{}},"#
      + #"{"author":"a","text":"u","session":2,"stage":"ordinary","signs":["new"],"cues":[1]}]}"#
    let whole = try #require(try readAll(line, options: .init(ignoresTruth: true)).first)
    #expect(whole.text == ["t", "u"] && whole.sessions == [0, 2])
    #expect(whole.conversation.label == nil && whole.conversation.onset == nil)
    #expect(whole.stages == [255, 255] && whole.signs == [[], []])
    #expect(whole.conversation.extra.isEmpty && whole.conversation.messageExtras.isEmpty)
    #expect(refusal(line) != nil)
    // Ignored is not unread.
    let broken = #"{"id":"a","label":"\ud800","messages":[]}"#
    #expect(
      refusal(broken, options: .init(ignoresTruth: true))?.reason.contains("surrogate") == true)
  }

  @Test(arguments: [1, 10, 100, 1 << 20])
  func chunksAreBoundedAndInOrder(maximum: Int) throws {
    var random = Random(seed: UInt64(maximum))
    var text = ""
    for index in 0..<60 {
      let messages = (0..<random.below(5)).map { _ in
        #"{"author":"a","text":"\#(String(repeating: "x", count: random.below(40)))"}"#
      }
      text += #"{"id":"c\#(index)","messages":[\#(messages.joined(separator: ","))]}"# + "\n"
    }
    let file = TemporaryFile(text)
    var ids: [String] = []
    var chunks = 0
    _ = try JSONL.read(path: file.path, maximumTextBytes: maximum) { chunk in
      chunks += 1
      #expect(chunk.messages.text.count <= maximum || chunk.conversations.count == 1)
      #expect(chunk.openMessages.isEmpty)
      ids += chunk.conversations.map(\.id)
    }
    #expect(ids == (0..<60).map { "c\($0)" })
    #expect(maximum > 1000 ? chunks == 1 : chunks > 1)
    #expect(try rewritten(text, maximumTextBytes: maximum) == text)
  }

  @Test func conversationsWithoutTextDoNotPileUp() throws {
    let text = (0..<5000).map { #"{"id":"c\#($0)","messages":[]}"# + "\n" }.joined()
    let file = TemporaryFile(text)
    var largest = 0
    _ = try JSONL.read(path: file.path, maximumTextBytes: 1000) { chunk in
      largest = max(largest, chunk.conversations.count)
    }
    #expect(largest < 1000)
  }

  @Test func idsMayRepeatWhereNoneIsRemembered() throws {
    let text = #"{"id":"a","messages":[]}"# + "\n" + #"{"id":"a","messages":[]}"#
    let ids = try readAll(text, options: JSONL.Options(refusesRepeatedIDs: false))
      .map(\.conversation.id)
    #expect(ids == ["a", "a"])
    #expect(refusal(text) != nil)
  }

  @Test func theBodyMayKeepTheChunk() throws {
    let file = TemporaryFile(
      (0..<3).map { #"{"id":"c\#($0)","messages":[{"author":"a","text":"\#($0)"}]}"# + "\n" }
        .joined())
    var kept: [Chunk] = []
    _ = try JSONL.read(path: file.path, maximumTextBytes: 1) { chunk in kept.append(chunk) }
    #expect(kept.map { Whole($0, 0).text } == [["0"], ["1"], ["2"]])
  }

  @Test func errorsOfTheBodyPass() {
    struct Stop: Error {}
    let file = TemporaryFile(#"{"id":"a","messages":[]}"#)
    #expect(throws: Stop.self) { _ = try JSONL.read(path: file.path) { _ in throw Stop() } }
  }
}
