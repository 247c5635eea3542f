import Foundation
import Statistics
import Testing

struct StudentTTests {
  @Test func probabilitiesAndQuantilesAgreeWithSciPy() throws {
    let cases = try TrimmedReference.load().distribution
    #expect(cases.count == 66)
    for row in cases {
      let law = StudentT(degrees: row.degrees)
      #expect(abs(law.twoSidedP(row.t) - row.p) < 1e-13, "t \(row.t) of \(row.degrees)")
      #expect(law.twoSidedP(-row.t) == law.twoSidedP(row.t))
      let quantile = law.quantile(within: row.share)
      #expect(
        abs(quantile - row.quantile) <= 1e-9 * max(1, row.quantile),
        "share \(row.share) of \(row.degrees)")
    }
  }

  @Test func theEndsOfTheLineHaveTheirLimits() {
    let law = StudentT(degrees: 6)
    #expect(law.twoSidedP(.infinity) < 1e-15)
    #expect(law.twoSidedP(0) == 1)
    #expect(law.twoSidedP(.nan).isNaN)
    #expect(law.quantile(within: 0) < 1e-300)
  }
}

/// What SciPy computed; see `Reference/trimmed.py`.
struct TrimmedReference: Decodable {
  struct Row: Decodable {
    var degrees: Int
    var t, p, share, quantile: Double
  }
  struct Sample: Decodable {
    var values: [Double]
    var mean, error, low, high: Double
  }
  struct Untrimmed: Decodable {
    var values: [Double]
    var p, low, high: Double
  }
  var distribution: [Row]
  var samples: [Sample]
  var untrimmed: Untrimmed

  static func load() throws -> TrimmedReference {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/trimmed.json")
    return try JSONDecoder().decode(TrimmedReference.self, from: Data(contentsOf: path))
  }
}
