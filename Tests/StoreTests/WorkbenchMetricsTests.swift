import Benchmarking
import Chat
import Evaluation
import SQLite
import Testing

@testable import Store

struct WorkbenchMetricsTests {
  private let workbench: Workbench
  private let run: Int

  init() throws {
    workbench = try Workbench(path: ":memory:")
    try workbench.store(Chunk())
    run = try workbench.save(.sample(key: "k")).id
  }

  @Test func metricsComeBackInTheirOrder() throws {
    let metrics = [
      MetricValue("recall", 1 / 3, low: 0.25, high: 0.5, count: 90),
      MetricValue("precision", 1, count: 90, isUndefined: true),
      MetricValue("f_latency_onset", nil, count: 0),
    ]
    #expect(try workbench.metrics(run: run) == [])
    #expect(try workbench.metricVersion(run: run) == nil)
    try workbench.save(metrics, run: run, version: 1)
    #expect(try workbench.metrics(run: run) == metrics)
    #expect(try workbench.metricVersion(run: run) == 1)
    try workbench.save(Array(metrics.reversed().dropLast()), run: run, version: 2)
    #expect(try workbench.metrics(run: run) == metrics.reversed().dropLast())
    #expect(try workbench.metricVersion(run: run) == 2)
  }

  @Test func anUnknownRunIsSaid() throws {
    let unknown = StoreError.unknownRun(77, path: ":memory:")
    #expect(throws: unknown) { try workbench.metrics(run: 77) }
    #expect(throws: unknown) { try workbench.metricVersion(run: 77) }
    #expect(throws: unknown) { try workbench.save([], run: 77, version: 1) }
  }

  @Test func savingARunAgainKeepsItsResults() throws {
    var histogram = LatencyHistogram()
    histogram.record(9)
    try workbench.save(histogram, run: run)
    try workbench.save([MetricValue("f1", 0.5, count: 3)], run: run, version: 1)
    _ = try workbench.save(workbench.run(id: run))
    #expect(try workbench.latency(run: run) == histogram)
    #expect(try workbench.metrics(run: run).count == 1)
  }
}
