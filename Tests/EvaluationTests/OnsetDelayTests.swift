import Evaluation
import Testing

/// Onsets 10, 15, 40, 8; alerts 14, 12, none, 30.
let delayExample = [
  unit(0, true, alert: 14, onset: 10), unit(1, true, alert: 12, onset: 15),
  unit(2, true, onset: 40), unit(3, true, alert: 30, onset: 8),
]

struct OnsetDelayTests {
  @Test func delaysPrematureAlertsAndMisses() {
    let delays = delayExample.compactMap(OnsetDelay.init)
    #expect(delays.map(\.messages) == [4, -3, nil, 22])
    #expect(delays.map(\.isPremature) == [false, true, false, false])
    #expect(delays.map(\.available) == [90, 85, 60, 92])
  }

  @Test func aPrematureAlertIsNotCaughtInTime() {
    let delays = delayExample.compactMap(OnsetDelay.init)
    let caught = delays.count { $0.isCaught(within: 10) }
    #expect(Double(caught) / Double(delays.count) == 0.25)
    #expect(delays.count { $0.isCaught(within: 22) } == 2)
  }

  @Test func benignAndUnknownOnsetsHaveNoDelay() {
    #expect(OnsetDelay(of: unit(0, false, alert: 3)) == nil)
    #expect(OnsetDelay(of: unit(0, true, alert: 3)) == nil)
  }
}
