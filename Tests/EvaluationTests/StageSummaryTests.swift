import Chat
import Testing

@testable import Evaluation

struct StageSummaryTests {
  typealias Told = (reference: [Stage?], predicted: [Stage])

  /// One rapport too early; then one contact too early, around a message of which nothing is known;
  /// then a conversation of which nothing is known.
  private let example: [Told] = [
    (
      [.contact, .contact, .rapport, .rapport, .rapport, .isolation],
      [.contact, .rapport, .rapport, .rapport, .rapport, .isolation]
    ),
    ([.ordinary, .ordinary, nil, .contact], [.ordinary, .contact, .isolation, .contact]),
    ([nil, nil], [.control, .control]),
  ]

  /// The labels of the messages whose stage is known.
  private let known: [(reference: [Stage], predicted: [Stage])] = [
    (
      [.contact, .contact, .rapport, .rapport, .rapport, .isolation],
      [.contact, .rapport, .rapport, .rapport, .rapport, .isolation]
    ),
    ([.ordinary, .ordinary, .contact], [.ordinary, .contact, .contact]),
  ]

  @Test func messagesOfUnknownStageAreLeftOut() throws {
    let agreement = try #require(StageSummary(example)).agreement
    #expect(agreement.labels == Stage.allCases)
    #expect(agreement.count == 9)
    #expect(agreement.microF1 == 7.0 / 9)
    let f1 = Dictionary(uniqueKeysWithValues: zip(Stage.allCases, try #require(agreement.f1)))
    #expect(isClose(f1[.ordinary], 2.0 / 3))
    #expect(isClose(f1[.contact], 2.0 / 3))
    #expect(isClose(f1[.rapport], 6.0 / 7))
    #expect(f1[.isolation] == 1, "told once more, of a message that does not count")
    #expect(f1[.control] == 0)
    #expect(isClose(agreement.macroF1, (2.0 / 3 + 2.0 / 3 + 6.0 / 7 + 1) / 9))
  }

  @Test func agreementIsThatOfAllMessagesTogether() throws {
    let agreement = try #require(StageSummary(example)).agreement
    let expected = LabelAgreement(
      Stage.allCases, reference: known.flatMap(\.reference), predicted: known.flatMap(\.predicted))
    #expect(agreement.confusion == expected.confusion)
  }

  @Test func spansAreAddedUpByConversation() throws {
    let spans = try #require(StageSummary(example)).spans
    #expect(spans.exact == RetrievalCounts(relevant: 4, retrieved: 4, right: 1))
    #expect(spans.overlapping == RetrievalCounts(relevant: 4, retrieved: 4, right: 4))
    let parts = known.map {
      SpanAgreement(reference: $0.reference, predicted: $0.predicted, excluding: [.ordinary])
    }
    #expect(spans == parts[0] + parts[1])
  }

  @Test func aSpanDoesNotGoOnInTheNextConversation() throws {
    let conversation: Told = ([.contact, .contact], [.contact, .contact])
    let spans = try #require(StageSummary([conversation, conversation])).spans
    #expect(spans.exact == RetrievalCounts(relevant: 2, retrieved: 2, right: 2))
  }

  @Test func bordersAreAveragedOverConversationsThatHaveOne() throws {
    let summary = try #require(StageSummary(example))
    // One window of five, one of two; the third conversation has no border.
    #expect(summary.segmented == 2)
    #expect(isClose(summary.pk, (1.0 / 5 + 1.0 / 2) / 2))
    #expect(isClose(summary.windowDiff, (1.0 / 5 + 1.0 / 2) / 2))
    let parts = try known.map { conversation in
      let borders = Segmentation.borders(of: conversation.reference)
      return Segmentation(
        reference: borders, predicted: Segmentation.borders(of: conversation.predicted),
        window: try #require(Segmentation.window(of: borders)))
    }
    #expect(isClose(summary.pk, parts.compactMap(\.pk).reduce(0, +) / 2))
  }

  @Test func aBorderTooManyCountsForWindowDiffAlone() throws {
    let extra: Told = (
      [.contact, .contact, .contact, .contact, .rapport, .rapport, .rapport, .rapport],
      [.contact, .contact, .contact, .isolation, .rapport, .rapport, .rapport, .rapport]
    )
    let summary = try #require(StageSummary([extra]))
    #expect(summary.pk == 0)
    #expect(isClose(summary.windowDiff, 3.0 / 5))
  }

  @Test func aConversationWithoutABorderHasNoSegmentation() throws {
    let flat: Told = ([.ordinary, .ordinary, .ordinary], [.ordinary, .contact, .ordinary])
    let summary = try #require(StageSummary([flat]))
    #expect(summary.pk == nil && summary.windowDiff == nil && summary.segmented == 0)
    #expect(summary.spans.exact == RetrievalCounts(relevant: 0, retrieved: 1, right: 0))
    #expect(summary.agreement.microF1 == 2.0 / 3)
    let mixed = try #require(StageSummary([flat] + example))
    #expect(isClose(mixed.pk, StageSummary(example)?.pk), "it is not averaged in as 0")
  }

  @Test func nothingKnownIsNothing() {
    #expect(StageSummary([]) == nil)
    #expect(StageSummary([([], [])]) == nil)
    #expect(StageSummary([([nil, nil], [.contact, .contact])]) == nil)
  }

  @Test func whatIsUnknownMayBeToldInAnyWay() throws {
    var other = example
    other[1].predicted[2] = .exit
    other[2].predicted = [.ordinary, .contact]
    let (a, b) = (try #require(StageSummary(example)), try #require(StageSummary(other)))
    #expect(a.agreement.confusion == b.agreement.confusion && a.spans == b.spans)
    #expect(a.pk == b.pk && a.windowDiff == b.windowDiff && a.segmented == b.segmented)
  }

  @Test func aPerfectAnswerIsPerfect() throws {
    let perfect: [Told] = known.map { ($0.reference, $0.reference) }
    let summary = try #require(StageSummary(perfect))
    #expect(summary.agreement.microF1 == 1)
    #expect(summary.spans.exact.f(1) == 1 && summary.spans.overlapping.f(1) == 1)
    #expect(summary.pk == 0 && summary.windowDiff == 0)
  }
}
