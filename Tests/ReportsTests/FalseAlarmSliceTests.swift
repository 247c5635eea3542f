import Chat
import Evaluation
import Reports
import Store
import Testing

@Suite struct FalseAlarmSliceTests {
  private func unit(
    _ id: String, messages: Int, alert: Bool, kind: ConversationKind? = .ordinary,
    positive: Bool = false
  ) -> EvaluatedConversation {
    EvaluatedConversation(
      id: id, cluster: id, isPositive: positive, messageCount: messages, score: 0.5,
      alert: alert ? 1 : nil, kind: kind)
  }

  private func slices(_ cut: FalseAlarmSlice.Cut) -> [FalseAlarmSlice] {
    let units = [
      unit("a", messages: 10, alert: true, kind: .hardNegative),
      unit("b", messages: 20, alert: false), unit("c", messages: 20, alert: true),
      unit("d", messages: 40, alert: false), unit("e", messages: 90, alert: false, kind: nil),
      unit("p", messages: 500, alert: true, kind: .grooming, positive: true),
    ]
    let traits = [
      "a": ConversationTraits(locale: "en", authors: 2),
      "b": ConversationTraits(locale: "de", authors: 2), "c": ConversationTraits(authors: 3),
      "d": ConversationTraits(locale: "en", authors: 7),
      "p": ConversationTraits(locale: "fr", authors: 1),
    ]
    return FalseAlarmSlice.slices(units, traits: traits).filter { $0.cut == cut }
  }

  private func slice(
    _ cut: FalseAlarmSlice.Cut, _ name: String, _ benign: Int, _ alerts: Int
  ) -> FalseAlarmSlice {
    FalseAlarmSlice(cut: cut, name: name, benign: benign, alerts: alerts)
  }

  @Test func localesAreNamedAndTheUnknownComesLast() {
    #expect(
      slices(.locale)
        == [slice(.locale, "de", 1, 0), slice(.locale, "en", 2, 1), slice(.locale, "—", 2, 1)])
  }

  @Test func hardNegativesComeFirst() {
    #expect(
      slices(.kind) == [
        slice(.kind, "hard-negative", 1, 1), slice(.kind, "ordinary", 3, 1),
        slice(.kind, "—", 1, 0),
      ])
  }

  @Test func quartersKeepTiesTogether() {
    #expect(
      slices(.length) == [
        slice(.length, "10–20 messages", 3, 2), slice(.length, "40 messages", 1, 0),
        slice(.length, "90 messages", 1, 0),
      ])
  }

  @Test func fromFourAuthorsOnTheyAreOneSlice() {
    #expect(
      slices(.authors) == [
        slice(.authors, "2 authors", 2, 1), slice(.authors, "3 authors", 1, 1),
        slice(.authors, "4 authors or more", 1, 0), slice(.authors, "—", 1, 0),
      ])
  }

  @Test(arguments: 1...20)
  func everyCutAddsUpToAllBenignConversations(seed: Int) {
    var state = UInt64(seed)
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let units = (0..<(1 + draw(80))).map { number in
      unit(
        "c\(number)", messages: draw(30), alert: draw(3) == 0,
        kind: [.hardNegative, .ordinary, nil][draw(3)], positive: draw(4) == 0)
    }
    let traits = Dictionary(
      uniqueKeysWithValues: units.filter { _ in draw(5) > 0 }.map {
        ($0.id, ConversationTraits(locale: ["en", "de", nil][draw(3)], authors: draw(8)))
      })
    let slices = FalseAlarmSlice.slices(units, traits: traits)
    let benign = units.filter { !$0.isPositive }
    for cut in FalseAlarmSlice.Cut.allCases {
      let own = slices.filter { $0.cut == cut }
      #expect(own.reduce(0) { $0 + $1.benign } == benign.count, "seed \(seed), \(cut)")
      #expect(
        own.reduce(0) { $0 + $1.alerts } == benign.count { $0.isRetrieved }, "seed \(seed), \(cut)")
      #expect(own.allSatisfy { $0.benign > 0 }, "seed \(seed), \(cut)")
    }
  }

  @Test func nothingHasNoSlices() {
    #expect(FalseAlarmSlice.slices([], traits: [:]).isEmpty)
  }
}
