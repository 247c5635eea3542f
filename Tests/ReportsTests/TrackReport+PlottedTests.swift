import Plotting
import Store
import Testing

@testable import Reports

@Suite struct TrackReportPlottedTests {
  @Test func onlyTheThresholdPolicyIsDrawnAndControlsComeLast() {
    let plotted = Invented.track("test").plotted
    #expect(plotted.map(\.label).count == Invented.detectors.count)
    #expect(plotted.allSatisfy { $0.row.run.policy == "threshold" })
    #expect(plotted.map(\.label).suffix(2) == ["oracle", "shortcut"])
    #expect(plotted.first?.label == "logistic-regression")
  }

  @Test func anotherPolicyStandsInAndIsNamed() {
    var track = Invented.track("test")
    track.rows.removeAll { $0.run.detector == "lexicon" && $0.run.policy == "threshold" }
    #expect(track.plotted.map(\.label).contains("lexicon, skepticism"))
  }

  @Test func viewsAreDrawnOnlyWhereNoFullOneRan() {
    var track = Invented.track("test")
    var row = Invented.row(Invented.detectors[0])
    row.run.view = "metadata"
    track.rows.append(row)
    #expect(track.plotted.map(\.label).filter { $0.hasPrefix("lexicon") } == ["lexicon"])
    track.rows.removeAll { $0.run.detector == "lexicon" && $0.run.view == "full" }
    #expect(
      track.plotted.map(\.label).filter { $0.hasPrefix("lexicon") } == ["lexicon, metadata"])
  }

  @Test func aDetectorKeepsItsInkFromTrackToTrack() {
    let first = Invented.track("test").plotted
    var other = Invented.track("test-iid")
    // Another order of merit.
    for index in other.rows.indices { other.rows[index].metrics["f_latency_onset"] = nil }
    for plotted in other.plotted {
      #expect(first.first { $0.label == plotted.label }?.ink == plotted.ink)
    }
    #expect(first.first { $0.label == "shortcut" }?.ink == .control(0))
    #expect(first.first { $0.label == "oracle" }?.ink == .control(1))
  }
}
