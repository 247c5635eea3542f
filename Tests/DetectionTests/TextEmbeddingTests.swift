import Statistics
import Testing

@testable import Detection

@Suite struct TextEmbeddingTests {
  private static let flat = TextEmbedding(
    documents: 0, frequencies: [UInt32](repeating: 0, count: TextEmbedding.bucketCount))

  private static func numbers(_ text: String, _ embedding: TextEmbedding = flat) -> [Double] {
    let point = embedding.point(Array(text.utf8).span)
    return (0..<8).flatMap { eight in (0..<8).map { Double(point[eight][$0]) } }
  }

  private static func cosine(
    _ a: String, _ b: String, _ embedding: TextEmbedding = flat
  ) -> Double {
    let (x, y) = (numbers(a, embedding), numbers(b, embedding))
    func dot(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
    return dot(x, y) / (dot(x, x) * dot(y, y)).squareRoot()
  }

  @Test func pointsHaveOneLength() {
    for text in ["a", "ok", "see you at the library", "42", "ПРИВЕТ", "😀"] {
      let square = Self.numbers(text).reduce(0) { $0 + $1 * $1 }
      // Rounding moves each of the 64 numbers by at most ½.
      #expect((square.squareRoot() - TextEmbedding.radius).magnitude <= 4, "\(text)")
    }
    for empty in ["", "   ", "?!", "'"] {
      #expect(Self.numbers(empty).allSatisfy { $0 == 0 }, "\(empty)")
    }
  }

  @Test func theNormalFormDecides() {
    #expect(Self.numbers("Don't  move 17 chairs!") == Self.numbers("dont move 98 chairs"))
    #expect(Self.numbers("dont move") != Self.numbers("move dont"))
  }

  @Test func likeTextsLieClose() {
    #expect(Self.cosine("the garden is lovely today", "the gardens are lovely today") > 0.6)
    #expect(Self.cosine("the garden is lovely today", "who plays violin in june").magnitude < 0.4)
  }

  @Test func featuresAreWordsAndRunsOfThreeToFive() {
    var features: [UInt64] = []
    TextEmbedding.forEachFeature(of: Array("ab cde".utf8).span) { features.append($0) }
    // " ab cde " has 6, 5 and 4 runs of 3, 4 and 5 bytes, and two words.
    #expect(features.count == 17)
    #expect(Set(features).count == 17)
  }

  @Test func rareFeaturesWeighMore() {
    let chunk = ToyCorpus.chunk(texts: ["tulip rake", "tulip fern", "tulip spade", "tulip hedge"])
    let places = (0..<4).map { MessagePlace(chunk: 0, message: $0) }
    let embedding = TextEmbedding(places, of: [chunk])
    #expect(embedding.documents == 4)
    #expect(embedding.frequencies.max() == 4)
    // Knowing the frequencies brings "rake" nearer and moves "tulip" away.
    #expect(
      Self.cosine("rake", "tulip rake", embedding) > Self.cosine("rake", "tulip rake") + 0.05)
    #expect(
      Self.cosine("tulip", "tulip rake", embedding) < Self.cosine("tulip", "tulip rake") - 0.05)
  }

  @Test func theEndOfAVeryLongTextIsNotRead() {
    let long = String(repeating: "a", count: TextEmbedding.maximumBytes)
    #expect(Self.numbers(long + "b") == Self.numbers(long + "c"))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func cosinesAreThoseOfTheCountsOnAverage(seed: UInt64) {
    // The projection's error has a standard deviation of about 1 / √64.
    let words = ToyCorpus.garden + ToyCorpus.music + ToyCorpus.filler
    var random = CounterRandom(seed: seed, stream: 0)
    var (sum, squares, count) = (0.0, 0.0, 0.0)
    for _ in 0..<60 {
      func draw() -> String {
        (0..<6).map { _ in String(words[random.below(words.count)]) }.joined(separator: " ")
      }
      let (a, b) = (draw(), draw())
      let error = Self.cosine(a, b) - Self.exact(a, b)
      sum += error
      squares += error * error
      count += 1
    }
    #expect((sum / count).magnitude < 0.06, "seed \(seed)")
    #expect((squares / count).squareRoot() < 0.2, "seed \(seed)")
  }

  private static func exact(_ a: String, _ b: String) -> Double {
    func counts(_ text: String) -> [UInt64: Double] {
      var counts: [UInt64: Double] = [:]
      TextEmbedding.forEachFeature(of: Array(text.utf8).span) { counts[$0, default: 0] += 1 }
      return counts
    }
    let (x, y) = (counts(a), counts(b))
    let dot = x.reduce(0) { $0 + $1.value * (y[$1.key] ?? 0) }
    let norms = [x, y].map { $0.values.reduce(0) { $0 + $1 * $1 } }
    return dot / (norms[0] * norms[1]).squareRoot()
  }
}
