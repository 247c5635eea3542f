import Benchmarking
import Chat
import SQLite
import Testing

@testable import Store

struct WorkbenchLatencyTests {
  private let workbench: Workbench
  private let run: Int

  init() throws {
    workbench = try Workbench(path: ":memory:")
    try workbench.store(Chunk())
    run = try workbench.save(.sample(key: "k")).id
  }

  @Test func latencyComesBackEqual() throws {
    var histogram = LatencyHistogram()
    for nanoseconds in [0, 1, 127, 128, 129, 5_000_000, 1 << 45, 250, 250] {
      histogram.record(nanoseconds)
    }
    #expect(try workbench.latency(run: run) == nil)
    try workbench.save(histogram, run: run)
    #expect(try workbench.latency(run: run) == histogram)
    try workbench.save(LatencyHistogram(), run: run)
    #expect(try workbench.latency(run: run) == LatencyHistogram())
  }

  @Test func bucketsSayWhichDurationsTheyHold() throws {
    var histogram = LatencyHistogram()
    histogram.record(300)
    try workbench.save(histogram, run: run)
    let row = try workbench.connection.first(
      "SELECT low_ns, high_ns, samples FROM latency_histogram"
    ) { [$0.integer(0), $0.integer(1), $0.integer(2)] }
    #expect(row == [300, 301, 1])
  }

  @Test func whatADetectorSaysStandsApartFromWhatWasMeasured() throws {
    var (measured, said) = (LatencyHistogram(), LatencyHistogram())
    measured.record(9_000)
    said.record(7_000)
    try workbench.save(measured, run: run)
    #expect(try workbench.compute(run: run) == nil)
    try workbench.save(compute: said, run: run)
    #expect(try workbench.latency(run: run) == measured)
    #expect(try workbench.compute(run: run) == said)
  }

  @Test func anUnknownRunIsSaid() throws {
    let unknown = StoreError.unknownRun(77, path: ":memory:")
    #expect(throws: unknown) { try workbench.latency(run: 77) }
    #expect(throws: unknown) { try workbench.compute(run: 77) }
    #expect(throws: unknown) { try workbench.save(LatencyHistogram(), run: 77) }
    #expect(throws: unknown) { try workbench.save(compute: LatencyHistogram(), run: 77) }
  }
}
