import Foundation

/// The values of `Reference/figures.json`, written by the programs it names.
struct FiguresReference: Decodable, Sendable {
  struct Diversity: Decodable, Sendable {
    var tokens: [Int]
    var mtld: Double
    var typesPerToken: Double
    var distinctPairs: Double
    var zipfSlope: Double
  }

  struct Similarity: Decodable, Sendable {
    var a: String
    var b: String
    var jaccard: Double
    var estimate: Double
  }

  struct Information: Decodable, Sendable {
    var labels: [Int]
    var categories: [Int]
    var bits: Double
  }

  struct Distance: Decodable, Sendable {
    var a: [Double]
    var b: [Double]
    var ks: Double
    var kuiper: Double
  }

  struct Ranking: Decodable, Sendable {
    var scores: [Double]
    var labels: [Bool]
    var auroc: Double
  }

  var diversity: [Diversity]
  var similarity: [Similarity]
  var information: [Information]
  var distances: [Distance]
  var ranking: Ranking

  static func load() throws -> FiguresReference {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/figures.json")
    return try JSONDecoder().decode(FiguresReference.self, from: Data(contentsOf: file))
  }
}
