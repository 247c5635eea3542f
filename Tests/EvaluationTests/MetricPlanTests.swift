import Testing

@testable import Evaluation

struct MetricPlanTests {
  @Test(arguments: MetricSuite.names) func aPlanOfOneMetricGivesThatMetric(name: String) throws {
    let units = randomUnits(30, seed: 8)
    let weights = [Int](repeating: 1, count: 30)
    let place = try #require(MetricSuite.names.firstIndex(of: name))
    let single = MetricPlan(units, only: name).values(weights)
    #expect(single.count == 1)
    #expect(single[0] == MetricPlan(units).values(weights)[place])
  }
}
