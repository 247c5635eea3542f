import Testing
import TextFeatures

@Suite struct FeatureHasherTests {
  @Test func oneAndTwoWordFeaturesInOrder() {
    let one = features("hello you there", FeatureHasher(bits: 20, words: 1))
    let two = features("hello you there", FeatureHasher(bits: 20, words: 2))
    #expect(one.count == 3)
    #expect([two[0], two[1], two[3]] == one)
    #expect(two.count == 5)
    #expect(two[2] == features("Hello, YOU", FeatureHasher(bits: 20, words: 2))[2])
  }

  @Test func bucketsStayBelowTheCountAndSpread() {
    let hasher = FeatureHasher(bits: 10, words: 2)
    var hits = [Int](repeating: 0, count: hasher.bucketCount)
    for number in 0..<20_480 {
      for bucket in features("w\(number)x", hasher) { hits[Int(bucket)] += 1 }
    }
    // 20 expected; a Poisson count leaves 2…50 with a probability below 1e-7.
    #expect(hits.allSatisfy { $0 > 1 && $0 < 50 })
  }

  @Test func termsNameTheFeaturesInTheSameOrder() {
    let hasher = FeatureHasher(bits: 18, words: 2)
    let text = Array("Well, I paid £5 😀".utf8)
    let terms = hasher.terms(of: text.span)
    var expected: [UInt32] = []
    hasher.append(text.span, to: &expected)
    #expect(terms.map(\.bucket) == expected)
    #expect(
      terms.map { Tokenizer.term(text.span, $0.range) } == [
        "well", "i", "well, i", "paid", "i paid", "£", "paid £", "5", "£5", "😀", "5 😀",
      ])
  }

  private func features(_ text: String, _ hasher: FeatureHasher) -> [UInt32] {
    var buckets: [UInt32] = []
    hasher.append(Array(text.utf8).span, to: &buckets)
    return buckets
  }
}
