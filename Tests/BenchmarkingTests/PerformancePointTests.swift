import Foundation
import Testing

@testable import Benchmarking

struct PerformancePointTests {
  @Test func aPointSurvivesJSONToTheLastBit() throws {
    let point = PerformancePoint(
      commit: "9f3c", date: "2026-11-25T14:00:00Z", environment: "c1a0", name: "f1 linear-svm",
      kind: .quality, unit: "", better: .higher, version: 1, value: 0.1 + 0.2,
      samples: [0.1, 1e-300])
    let data = try JSONEncoder().encode(point)
    #expect(try JSONDecoder().decode(PerformancePoint.self, from: data) == point)
  }
}
