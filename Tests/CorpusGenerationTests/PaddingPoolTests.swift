import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PaddingPoolTests {
  private typealias Line = NoisyTalk.Line

  /// Donors of the test split with the word `donor`, one of training with the word `training`, and
  /// two hosts.
  private func corpus() -> Chunk {
    var chunk = Chunk()
    for number in 0..<6 {
      let lines =
        (0..<5).map {
          Line($0 % 2, "donor \("abcdef".dropFirst(number).prefix(1)) turn", .ordinary)
        }
        + [
          Line(0, "no turn", .ordinary, [.excessFlattery]),
          Line(0, "[content-withheld]", .ordinary, [.withheld]),
        ]
      NoisyTalk.add(lines, id: "d\(number)", to: &chunk) {
        ($0.kind, $0.group) = (.ordinary, "g\(number / 2)")
      }
    }
    NoisyTalk.add([Line(0, "training turn")], id: "t", to: &chunk) {
      ($0.kind, $0.split) = (.ordinary, .train)
    }
    NoisyTalk.add([Line(0, "hard turn")], id: "n", to: &chunk) { $0.kind = .hardNegative }
    NoisyTalk.add(
      [
        Line(1, "hello", .contact),
        Line(0, "between us", .isolation, [.secrecyRequest], session: 2),
      ],
      id: "p", to: &chunk
    ) {
      ($0.kind, $0.label, $0.onset, $0.decidable) = (.grooming, .grooming, 2, 2)
    }
    return chunk
  }

  private func padded(_ chunk: Chunk, _ turns: Int) throws -> Chunk {
    try NoisyTalk.noisy(
      chunk, .padding, "\(turns)", pool: NoisyTalk.pool(chunk, turns: turns)
    ).chunk
  }

  @Test(arguments: [1, 7, 50])
  func soManyTurnsOfOthersStandBefore(_ turns: Int) throws {
    let chunk = corpus()
    let noisy = try padded(chunk, turns)
    for (index, conversation) in noisy.conversations.enumerated() where conversation.split == .test
    {
      let texts = noisy.texts(index)
      #expect(texts.suffix(chunk.conversations[index].messages.count) == chunk.texts(index)[...])
      let padding = texts.prefix(turns)
      #expect(texts.count == turns + chunk.conversations[index].messages.count)
      #expect(padding.allSatisfy { $0.hasPrefix("donor ") })
      if conversation.kind == .ordinary {
        // Neither itself nor its group.
        let own = chunk.conversations.indices.filter {
          chunk.conversations[$0].group == conversation.group
        }.map { chunk.texts($0)[0] }
        #expect(Set(own).isDisjoint(with: padding))
      }
    }
  }

  @Test func truthMovesBehindThePadding() throws {
    let chunk = corpus()
    let noisy = try padded(chunk, 7)
    let host = try #require(noisy.conversations.last)
    #expect(host.onset == 9)
    #expect(host.decidable == 9)
    let (start, end) = (host.messages.lowerBound, host.messages.upperBound)
    #expect(noisy.messages.stage[start] == UInt8(Stage.ordinary.index))
    #expect(noisy.messages.signs[start..<start + 7].allSatisfy { $0.isEmpty })
    #expect(noisy.messages.session[start..<end] == [1, 1, 1, 1, 1, 2, 2, 3, 4])
    let times = noisy.messages.time[start..<end]
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(times.last == chunk.messages.time.last)
    #expect(Set(host.authors) == ["anna", "ben"])
    // By whole days, so that hours stay.
    #expect(times.prefix(7).allSatisfy { (times[end - 2] - $0) % 60_000 == 0 })
  }

  @Test(arguments: [TimeStyle.absent, .clock, .integer])
  func timesAreWrittenAsTheConversationDoes(_ style: TimeStyle) throws {
    var chunk = corpus()
    let host = try #require(chunk.conversations.last?.messages)
    for message in host {
      chunk.messages.timeStyle[message] = style
      chunk.messages.time[message] = style == .absent ? 0 : 36_000_000
    }
    let noisy = try padded(chunk, 7)
    let range = try #require(noisy.conversations.last?.messages)
    #expect(noisy.messages.timeStyle[range].allSatisfy { $0 == style })
    if style == .absent { #expect(noisy.messages.time[range].allSatisfy { $0 == 0 }) }
    if style == .clock {
      #expect(noisy.messages.time[range].allSatisfy { (0..<86_400_000).contains($0) })
    }
  }

  @Test func everySplitAndLocaleHasItsOwn() {
    let pool = NoisyTalk.pool(corpus(), turns: 3)
    #expect(pool.serves(split: .test, locale: "en"))
    #expect(!pool.serves(split: .train, locale: "en"))  // of one group alone
    #expect(!pool.serves(split: .testIID, locale: "en"))
    #expect(!pool.serves(split: .test, locale: "de"))
  }

  @Test func withoutKindsBenignOnesServe() {
    var chunk = corpus()
    for index in chunk.conversations.indices { chunk.conversations[index].kind = nil }
    #expect(!NoisyTalk.pool(chunk, turns: 3).serves(split: .test, locale: "en"))
    for index in 0..<6 { chunk.conversations[index].label = .benign }
    #expect(NoisyTalk.pool(chunk, turns: 3).serves(split: .test, locale: "en"))
  }

  @Test func theChoiceDoesNotDependOnTheOrderOfOffers() throws {
    // Numbers in letters: the content gate refuses figures.
    func turn(_ number: Int) -> String {
      "turn " + String("\(number)".map { "abcdefghij".dropFirst(Int("\($0)") ?? 0).first ?? "x" })
    }
    var first = Chunk()
    var last = Chunk()
    for number in 0..<2500 {
      NoisyTalk.add([Line(0, turn(number))], id: "d\(number)", to: &first) {
        $0.kind = .ordinary
      }
      NoisyTalk.add([Line(0, turn(2499 - number))], id: "d\(2499 - number)", to: &last) {
        $0.kind = .ordinary
      }
    }
    let host = NoisyTalk.chunk([Line(0, "hello")], id: "host")
    let texts = try [first, last].map { chunk in
      try NoisyTalk.noisy(host, .padding, "5", pool: NoisyTalk.pool(chunk, turns: 5)).chunk.texts()
    }
    #expect(texts[0] == texts[1])
    #expect(Set(texts[0]).count == 6)
  }
}
