import Chat
import Testing

@testable import Evaluation

struct DelaySummaryTests {
  /// A hundred messages, one in so many minutes, whose stage is told from some on.
  private func truth(
    _ minutes: Double? = nil, risky: [Int] = [], critical: Int? = nil
  ) -> MessageTruth {
    MessageTruth(
      stages: (1...100).map { $0 >= critical ?? .max ? .isolation : .rapport }, risky: risky,
      minutes: minutes.map { pace in (0..<100).map { Double($0) * pace } } ?? [])
  }

  /// The same pace in every conversation of ``delayExample``.
  private func paced(_ paces: [Double?]) -> [String: MessageTruth] {
    Dictionary(uniqueKeysWithValues: paces.enumerated().map { ("c\($0)", truth($1)) })
  }

  @Test func missesAreCensoredAndPrematureAlertsCountAtZero() throws {
    // Delays 0 (premature), 4 and 22, and a miss until 60: survival 3/4, 1/2, 1/4.
    let summary = try #require(DelaySummary(delayExample, truth: [:]))
    #expect(DelaySummary.shares == [0.25, 0.5, 0.75, 0.9])
    #expect(summary.quantiles == [0, 4, 22, nil], "without the miss nine tenths would come at 22")
  }

  @Test func aMissLeavesAtItsLastMessage() throws {
    // Alerts at 5 and 10, and a miss with two messages after its onset: 1/2 is left of two at 5.
    let units = [
      unit(0, true, alert: 15, onset: 10), unit(1, true, onset: 98),
      unit(2, true, alert: 20, onset: 10),
    ]
    let summary = try #require(DelaySummary(units, truth: [:]))
    #expect(summary.quantiles == [5, 5, 10, 10], "of three, half would be reached at 10")
    // A miss that could have been alerted on for longer keeps the curve up.
    var long = units
    long[1].onset = 10
    #expect(try #require(DelaySummary(long, truth: [:])).quantiles == [5, 10, nil, nil])
  }

  @Test func sharesAreOfAllConversationsWithAnOnset() throws {
    let summary = try #require(DelaySummary(delayExample, truth: [:]))
    #expect(summary.alertRate == ScaledRate(events: 3, trials: 4, scale: 1))
    #expect(summary.premature == ScaledRate(events: 1, trials: 4, scale: 1))
    #expect(summary.caughtWithinTen == ScaledRate(events: 1, trials: 4, scale: 1))
  }

  @Test func tenMessagesLaterIsInTimeAndElevenIsNot() throws {
    for (delay, caught) in [(-1, 0), (0, 1), (10, 1), (11, 0)] {
      let units = [unit(0, true, alert: 20 + delay, onset: 20)]
      let summary = try #require(DelaySummary(units, truth: [:]))
      #expect(summary.caughtWithinTen.events == caught, "\(delay)")
    }
  }

  @Test func minutesAreThoseOfTheOwnClock() throws {
    // 4, 0 (premature), 60 (miss) and 22 messages.
    func median(_ paces: [Double?]) -> Int? {
      DelaySummary(delayExample, truth: paced(paces))?.medianMinutes
    }
    #expect(median([2.5, 2.5, 2.5, 2.5]) == 10)
    #expect(median([0.4, 0.4, 0.4, 0.4]) == 2, "1.6 minutes, rounded")
    #expect(median([60, 1, 1, 0.1]) == 2, "the second alert is now that of 22 messages in 2.2")
    // A miss that is gone after 6 minutes leaves two, the first of which has its alert at 8.
    #expect(median([2, 1, 0.1, 1]) == 8)
    #expect(median([2, 1, nil, 1]) == nil, "one without times")
    #expect(DelaySummary(delayExample, truth: [:])?.medianMinutes == nil)
  }

  @Test func halfThatIsNeverReachedHasNoMedian() throws {
    let units = [unit(0, true, alert: 14, onset: 10)] + (1...2).map { unit($0, true, onset: 10) }
    let summary = try #require(DelaySummary(units, truth: paced([1, 1, 1])))
    #expect(summary.quantiles == [4, nil, nil, nil])
    #expect(summary.medianMinutes == nil)
  }

  @Test func beforeTheFirstCriticalMessageIsNotAtIt() throws {
    // Alerts 14, 12, none, 30.
    let summary = try #require(
      DelaySummary(
        delayExample,
        truth: [
          "c0": truth(critical: 15), "c1": truth(critical: 12), "c2": truth(critical: 30),
          "c3": truth(),
        ]))
    #expect(summary.beforeCritical == ScaledRate(events: 1, trials: 3, scale: 1))
  }

  @Test func exposedIsWhatWasWrittenBeforeTheAlert() throws {
    // The alert at 14 comes with a risky message, which it has seen; c1's alert came before all.
    let summary = try #require(
      DelaySummary(
        delayExample,
        truth: [
          "c0": truth(risky: [10, 13, 14, 20]), "c1": truth(risky: [15, 16]),
          "c2": truth(risky: [40, 41, 99]),
        ]))
    #expect(summary.exposed == ScaledRate(events: 2 + 0 + 3, trials: 9, scale: 1))
  }

  @Test func alertsAreCountedByTheStageOfTheirMessage() throws {
    var unknown = truth(critical: 1).stages
    unknown[11] = nil
    let summary = try #require(
      DelaySummary(
        delayExample,
        truth: [
          "c0": truth(critical: 14), "c2": truth(critical: 1), "c3": truth(critical: 31),
          "c1": MessageTruth(stages: unknown, risky: [], minutes: []),
        ]))
    #expect(summary.stages == [.isolation: 1, .rapport: 1], "no alert in c2, none known in c1")
  }

  @Test func whatIsNotKnownHasNoShare() throws {
    let summary = try #require(DelaySummary(delayExample, truth: [:]))
    #expect(summary.beforeCritical.value == nil && summary.exposed.value == nil)
    #expect(summary.stages == [:])
    let short = MessageTruth(stages: [.contact], risky: [], minutes: [0])
    let torn = try #require(DelaySummary(delayExample, truth: ["c0": short, "c1": short]))
    #expect(torn.stages == [:] && torn.medianMinutes == nil)
  }

  @Test func withoutAnOnsetThereIsNothing() {
    #expect(DelaySummary([], truth: [:]) == nil)
    let units = [unit(0, false, alert: 3), unit(1, true, alert: 3)]
    #expect(DelaySummary(units, truth: ["c0": truth(1), "c1": truth(1)]) == nil)
  }

  @Test func benignAndUnknownOnsetsChangeNothing() {
    let known = Dictionary(
      uniqueKeysWithValues: (0..<6).map { ("c\($0)", truth(1, risky: [30, 50], critical: 20)) })
    let more = delayExample + [unit(4, false, alert: 40, onset: 5), unit(5, true, alert: 60)]
    #expect(DelaySummary(more, truth: known) == DelaySummary(delayExample, truth: known))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func lawsHold(_ seed: UInt64) throws {
    let units = randomUnits(80, seed: seed)
    let truths = Dictionary(
      uniqueKeysWithValues: units.map { unit in
        (
          unit.id,
          MessageTruth(
            stages: [], risky: unit.onset.map { [$0] } ?? [],
            minutes: (0..<unit.messageCount).map(Double.init))
        )
      })
    let summary = try #require(DelaySummary(units, truth: truths))
    #expect(DelaySummary(units.reversed(), truth: truths) == summary)
    // One message a minute: minutes are messages.
    #expect(summary.medianMinutes == summary.quantiles[1])
    let known = summary.quantiles.compactMap { $0 }
    #expect(known == known.sorted())
    #expect(summary.quantiles.prefix(known.count).allSatisfy { $0 != nil })
    let table = metrics(of: units)
    #expect(table["delay_median"]?.value == summary.quantiles[1].map(Double.init))
    #expect(table["premature"]?.value == summary.premature.value)
    #expect(
      summary.premature.events + summary.caughtWithinTen.events <= summary.alertRate.events)
    // The only risky message is the onset: it is exposed but for alerts at it or before.
    let late = units.count { OnsetDelay(of: $0).map { $0.messages ?? 1 > 0 } ?? false }
    #expect(summary.exposed.events == late)
  }
}
