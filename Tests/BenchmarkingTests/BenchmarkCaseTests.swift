import Benchmarking
import Testing

struct BenchmarkCaseTests {
  @Test(arguments: [
    ("cpu read", BenchmarkCase.Measure.cpu), ("peak-rss train linear-svm", .peakRSS),
    ("f-latency stage-hmm", .fLatency), ("delay lexicon", .delay),
  ])
  func theFirstWordOfTheNameIsTheMeasure(name: String, measure: BenchmarkCase.Measure) {
    let item = BenchmarkCase(
      name: name, kind: measure.kind, component: "read", unit: "", better: .lower)
    #expect(item.measure == measure)
  }

  @Test func aNameWithoutAMeasureHasNone() {
    for name in ["", "time read", "cpus"] {
      let item = BenchmarkCase(
        name: name, kind: .timed, component: "read", unit: "ns", better: .lower)
      #expect(item.measure == nil)
    }
  }

  @Test func onlyProcessorTimeIsTimedAndOnlyScoresAreQuality() {
    let timed = BenchmarkCase.Measure.allCases.filter { $0.kind == .timed }
    let quality = BenchmarkCase.Measure.allCases.filter { $0.kind == .quality }
    #expect(timed == [.cpu])
    #expect(quality == [.f1, .averagePrecision, .fLatency, .delay])
  }
}
