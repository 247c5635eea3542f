import Chat
import CorpusFormats
import Testing

@Suite struct JSONLWritingTests {
  /// Lines in the canonical form are reproduced byte by byte.
  @Test(arguments: [
    #"{"id":"a","messages":[]}"#,
    #"{"id":"c1","label":"insufficient-evidence","split":"test-iid","group":"g","locale":"pt-BR","#
      + #""kind":"hard-negative","scenario":"s","pair":"p1","families":["f1","f2"],"#
      + #""seed":18446744073709551615,"participants":[{"id":"a","role":"adult","ageBand":"adult","#
      + #""claimedAgeBand":"16-17"},"#
      + #"{"id":"b"},{}],"knownOffline":true,"onset":1,"decidable":2,"messages":["#
      + #"{"author":"a","time":"2031-05-02T18:04:11Z","text":"hi","session":10,"stage":"exit","#
      + #""signs":["age-probe","withheld"],"cues":["adult-in-loop","block-or-report"]},"#
      + #"{"author":"b","text":"there"},{"author":"a","time":-5,"text":""}]}"#,
    #"{"id":"é\"\\\n\u0001\u001f/","messages":[{"author":"\t","text":"\b\f\r 漢😀"}]}"#,
    #"{"id":"a","messages":[{"author":"a","time":"2031-05-02T18:04","text":"x"},"#
      + #"{"author":"a","time":"2031-05-02T18:04:11.120+01:30","text":"x"},"#
      + #"{"author":"a","time":"18:04","text":"x"},{"author":"a","time":1935511451000,"text":"x"},"#
      + #"{"author":"a","time":"2031-05-02T18:04:11.123456789Z","text":"x"},"#
      + #"{"author":"a","time":"2031-05-02T18:04+0200","text":"x","stage":"exit","mood":null}]}"#,
    #"{"id":"a","messages":[{"author":"a","text":"x","reply":{"to":[1,2.50,-0e1]},"b":"é"}],"#
      + #""platform":"game-b","n":1E5,"deep":[[[{}]]]}"#,
    #"{"id":"a","participants":[{"id":"a","seen":true},{"score":0.5}],"messages":[]}"#,
  ])
  func canonicalLinesAreReproduced(line: String) throws {
    #expect(try rewritten(line + "\n") == line + "\n")
  }

  @Test func otherSpellingsBecomeCanonical() throws {
    let line =
      #" { "zoo" : [ 1 , 2 ] , "messages" : [ { "x" : 1 , "text" : "A\u0042\/\ud83d\ude00" , "#
      + #""cues" : [ ] , "signs" : [ "threat" , "age-probe" , "threat" ] , "time" : null , "#
      + #""stage" : null , "session" : null , "author" : "a" } ] , "families" : [ ] , "#
      + #""participants" : [ { "ageBand" : "adult" , "id" : "a" , "role" : null } ] , "#
      + #""l\u0061bel" : "benign" , "onset" : null , "id" : "c" } "#
    #expect(
      try rewritten(line)
        == #"{"id":"c","label":"benign","participants":[{"id":"a","ageBand":"adult"}],"messages":["#
        + #"{"author":"a","text":"AB/😀","signs":["age-probe","threat"],"x":1}],"zoo":[ 1 , 2 ]}"#
        + "\n")
  }

  @Test func aRareTimeStandsFirstWhereverItsMemberStood() throws {
    let line =
      #"{"id":"a","messages":[{"x":1,"author":"a","text":"t","time":"2031-05-02T18:04:11,5Z","y":2}]}"#
    #expect(
      try rewritten(line)
        == #"{"id":"a","messages":[{"author":"a","time":"2031-05-02T18:04:11,5Z","text":"t","#
        + #""x":1,"y":2}]}"# + "\n")
    #expect(try readAll(line).first?.times == [1_935_511_451_500])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func readingWhatWasWrittenGivesEqualConversations(seed: UInt64) throws {
    var random = Random(seed: seed)
    var chunk = Chunk()
    for index in 0..<5 { Self.addConversation(index, to: &chunk, &random) }
    var bytes: [UInt8] = []
    for index in 0..<5 { JSONL.append(chunk, conversation: index, to: &bytes) }
    let read = try readAll(bytes: bytes)
    #expect(read == (0..<5).map { Whole(chunk, $0) }, "seed \(seed)")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(try rewritten(text) == text, "seed \(seed)")
  }

  private static func addConversation(
    _ index: Int, to chunk: inout Chunk, _ random: inout Random
  ) {
    var conversation = Conversation(id: "\(index)" + random.string(3))
    if random.chance(50) { conversation.label = Label.allCases[random.below(3)] }
    if random.chance(50) { conversation.split = Split.allCases[random.below(7)] }
    if random.chance(50) { conversation.group = random.string(4) }
    if random.chance(50) { conversation.locale = "en" }
    if random.chance(50) { conversation.kind = ConversationKind.allCases[random.below(3)] }
    if random.chance(50) { conversation.scenario = random.string(9) }
    if random.chance(50) { conversation.pair = "" }
    if random.chance(50) { conversation.families = [random.string(2), random.string(0)] }
    if random.chance(50) { conversation.seed = random.next() }
    if random.chance(50) { conversation.knownOffline = random.chance(50) }
    if random.chance(50) { conversation.onset = 1 + random.below(99) }
    if random.chance(50) { conversation.decidable = Int.max }
    if random.chance(50) { conversation.extra = Array(#""x":[1,{"y":null}],"z":"é""#.utf8) }
    for _ in 0..<random.below(3) {
      conversation.participants.append(
        Participant(
          id: random.string(2), role: random.chance(50) ? random.string(3) : nil,
          ageBand: random.chance(50) ? "adult" : nil,
          claimedAgeBand: random.chance(50) ? "13-15" : nil,
          extra: random.chance(20) ? Array(#""n":1"#.utf8) : []))
    }
    var names: [String] = []
    for number in 0..<random.below(20) {
      let name = random.below(3)
      let author = ["a", "quite a long name", "é\n"][name]
      if !names.contains(author) { names.append(author) }
      let styles: [TimeStyle] = [.absent, .integer, .clock, .isoSecondsUTC]
      let style = styles[random.below(4)]
      let time: Int64 =
        switch style {
        case .absent: 0
        case .clock: Int64(random.below(1440)) * 60_000
        default: Int64(random.below(4_000_000)) * 1_000_000
        }
      chunk.messages.append(
        author: names.firstIndex(of: author) ?? 0, time: time, style: style,
        text: random.string(random.below(30)).utf8, session: random.below(12),
        stage: random.chance(50) ? Stage.allCases[random.below(9)] : nil,
        signs: SignSet(rawValue: UInt32(random.below(1 << 18))),
        cues: CueSet(rawValue: UInt32(random.below(1 << 9))))
      if random.chance(10) { conversation.messageExtras[number] = Array(#""k":{}"#.utf8) }
    }
    conversation.authors = names
    chunk.close(conversation)
  }
}
