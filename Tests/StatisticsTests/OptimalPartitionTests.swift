import Foundation
import Testing

@testable import Statistics

struct OptimalPartitionTests {
  /// The values of `Reference/change_points.json`, written by ruptures.
  private struct Reference: Decodable {
    struct Case: Decodable {
      var values: [Double]
      var penalty: Double
      var minimumLength: Int
      var cuts: [Int]
      var cost: Double
    }
    var cases: [Case]
  }

  @Test func agreesWithRuptures() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/change_points.json")
    let cases = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url)).cases
    #expect(cases.count == 9)
    for (index, expected) in cases.enumerated() {
      let found = OptimalPartition(
        expected.values, penalty: expected.penalty, minimumLength: expected.minimumLength)
      #expect(found.cuts == expected.cuts, "case \(index)")
      #expect(
        abs(found.cost - expected.cost) <= 1e-7 * max(expected.cost, 1), "case \(index)")
    }
  }

  /// The least price over all sets of cuts, tried one by one.
  private func least(_ values: [Double], penalty: Double, minimumLength: Int) -> Double {
    var least = Double.infinity
    for mask in 0..<(1 << (values.count - 1)) {
      let cuts = (1..<values.count).filter { mask >> ($0 - 1) & 1 == 1 }
      let bounds = [0] + cuts + [values.count]
      let parts = zip(bounds, bounds.dropFirst()).map { values[$0..<$1] }
      guard parts.allSatisfy({ $0.count >= minimumLength }) else { continue }
      let cost = parts.reduce(0) { sum, part in
        let mean = part.reduce(0, +) / Double(part.count)
        return sum + part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
      least = min(least, cost + penalty * Double(cuts.count))
    }
    return least
  }

  @Test(arguments: 0..<30) func noSetOfCutsIsCheaper(seed: Int) {
    var random = RandomSeries(seed: seed)
    let values = random.noise(11, mean: 0) { _ in 1 }
    for minimumLength in 1...3 {
      let found = OptimalPartition(values, penalty: 0.7, minimumLength: minimumLength)
      let price = found.cost + 0.7 * Double(found.cuts.count)
      let expected = least(values, penalty: 0.7, minimumLength: minimumLength)
      #expect(abs(price - expected) < 1e-9, "seed \(seed), minimum \(minimumLength)")
    }
  }

  @Test func shortSeriesHaveNoCuts() {
    for count in 0..<6 {
      let found = OptimalPartition(
        (0..<count).map { Double($0 * 100) }, penalty: 0, minimumLength: 3)
      #expect(found.cuts == [], "\(count)")
    }
    #expect(OptimalPartition([], penalty: 1).cost == 0)
    #expect(OptimalPartition([2, 4], penalty: 100).cost == 2)
  }
}
