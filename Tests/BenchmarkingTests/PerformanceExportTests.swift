import Benchmarking
import Foundation
import Testing

struct PerformanceExportTests {
  private func point(
    _ name: String, _ value: Double, _ unit: String, better: PerformancePoint.Direction = .lower,
    samples: [Double] = []
  ) -> PerformancePoint {
    var point = PerformancePoint.sample(1, value, name: name, better: better)
    (point.unit, point.samples) = (unit, samples)
    return point
  }

  private func object(_ text: String) throws -> NSObject {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject)
  }

  /// The example of the action's README, its two directions in a file each.
  @Test func theActionReadsItsOwnExample() throws {
    let points = [
      point("My Custom Smaller Is Better Benchmark - CPU Load", 50, "Percent"),
      point("Throughput", 70, "req/s", better: .higher),
      point(
        "My Custom Smaller Is Better Benchmark - Memory Used", 100, "Megabytes",
        samples: [98, 100, 104]),
    ]
    #expect(
      try object(PerformanceExport.githubAction(points, better: .lower))
        == object(
          """
          [
            {"name": "My Custom Smaller Is Better Benchmark - CPU Load", "unit": "Percent",
             "value": 50},
            {"name": "My Custom Smaller Is Better Benchmark - Memory Used", "unit": "Megabytes",
             "value": 100, "range": "3", "extra": "3 samples"}
          ]
          """))
    #expect(
      try object(PerformanceExport.githubAction(points, better: .higher))
        == object(#"[{"name": "Throughput", "unit": "req/s", "value": 70}]"#))
  }

  /// The example of Bencher's reference.
  @Test func bencherReadsItsOwnExample() throws {
    let points = [
      point("benchmark_name", 88, "latency", samples: [87.42, 88, 88.88]),
      point("benchmark_name", 5.55, "throughput", better: .higher, samples: [6.3, 5.55, 3.14]),
      point("/bin/sh -c ./my_build_script.sh", 87, "build-time"),
      point("my_binary", 42, "file-size", samples: [42]),
    ]
    #expect(
      try object(PerformanceExport.bencher(points))
        == object(
          """
          {
            "benchmark_name": {
              "latency": {"value": 88.0, "lower_value": 87.42, "upper_value": 88.88},
              "throughput": {"value": 5.55, "lower_value": 3.14, "upper_value": 6.30}
            },
            "/bin/sh -c ./my_build_script.sh": {"build-time": {"value": 87.0}},
            "my_binary": {"file-size": {"value": 42.0}}
          }
          """))
  }

  @Test func aScoreHasAUnitThere() throws {
    let score = point("f1 linear-svm", 0.1 + 0.2, "", better: .higher)
    #expect(
      try object(PerformanceExport.bencher([score]))
        == object(#"{"f1 linear-svm": {"score": {"value": 0.30000000000000004}}}"#))
    #expect(PerformanceExport.githubAction([score], better: .higher).contains(#""score""#))
    #expect(try object(PerformanceExport.githubAction([], better: .lower)) == NSArray())
    #expect(try object(PerformanceExport.bencher([])) == NSDictionary())
  }
}
