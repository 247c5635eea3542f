import Testing

@testable import Evaluation

struct MetricValueWilsonTests {
  private let units =
    (0..<20).map { unit($0, true, alert: 3, onset: 2) } + (20..<320).map { unit($0, false) }

  private func value(_ name: String) throws -> MetricValue {
    let values = MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 10))
    return try #require(values.first { $0.name == name })
  }

  @Test func noFalseAlarmIsNotARateOfZero() throws {
    let fpr = try value("fpr")
    #expect(fpr.value == 0 && fpr.low == 0)
    #expect(isClose(fpr.high, 0.0126429712, tolerance: 1e-10))
    #expect(isClose(try value("false_alerts_per_1000").high, 12.6429712, tolerance: 1e-6))
  }

  @Test func allFoundIsNotCertainty() throws {
    let recall = try value("recall")
    #expect(recall.value == 1 && recall.high == 1)
    #expect((recall.low ?? 1) < 0.85)
    #expect(try value("premature").high ?? 0 > 0.1)
  }

  @Test func sharesInBetweenKeepTheirInterval() {
    var recall = MetricValue("recall", 0.5, low: 0.4, high: 0.6, count: 100)
    recall.widenIfExtreme()
    #expect(recall.low == 0.4 && recall.high == 0.6)
    var f1 = MetricValue("f1", 1, low: 1, high: 1, count: 100)
    f1.widenIfExtreme()
    #expect(f1.low == 1)
  }

  @Test func nothingRetrievedHasNoInterval() {
    var precision = MetricValue("precision", 0, low: 0, high: 0, count: 0, isUndefined: true)
    precision.widenIfExtreme()
    #expect(precision.low == nil && precision.high == nil)
  }
}
