import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct WordTableTests {
  /// A number for each word of the toy corpus, by its hash.
  static func table(_ reduction: WordTable.Reduction, words: Int = 2) -> WordTable {
    let hasher = FeatureHasher(bits: 12, words: words)
    let values: [Double] = (0..<hasher.bucketCount).map { bucket -> Double in
      bucket % 3 == 0 ? 0 : Double(bucket % 17) / 10 - 0.77
    }
    return WordTable(
      hasher: hasher, reduction: reduction, neutralWords: 3, values: values, intercept: 0.25)
  }

  @Test(arguments: [WordTable.Reduction.sum, .mean], [UInt64(1), 2, 3])
  func theRunningSumIsTheMarginOfTheCounts(_ reduction: WordTable.Reduction, seed: UInt64)
    throws
  {
    let table = Self.table(reduction)
    let examples = ToyCorpus.examples(seed: seed, count: 20)
    let rows = try FeatureRows(examples, picks: Array(0..<20), hasher: table.hasher)
    for (index, expected) in table.margins(rows).enumerated() {
      let running = table.margin(examples.chunks[0], conversation: index)
      #expect((running - expected).magnitude < 1e-9, "seed \(seed)")
    }
  }

  @Test(arguments: [WordTable.Reduction.sum, .mean], [UInt64(1), 2, 3])
  func contributionsAndInterceptSumToTheMargin(_ reduction: WordTable.Reduction, seed: UInt64) {
    let table = Self.table(reduction)
    let chunk = ToyCorpus.chunk(seed: seed, count: 10)
    for index in chunk.conversations.indices {
      let evidence = table.explain(chunk, conversation: index, limit: .max)
      let sum = evidence.reduce(table.intercept) { $0 + $1.contribution }
      #expect((sum - table.margin(chunk, conversation: index)).magnitude < 1e-9, "seed \(seed)")
    }
  }

  @Test func aMeanDoesNotGrowWithRepetitionsNorWithUnknownWords() {
    let hasher = FeatureHasher(bits: 10, words: 1)
    var buckets: [UInt32] = []
    hasher.append(Array("tulip other".utf8).span, to: &buckets)
    var values = [Double](repeating: 0, count: hasher.bucketCount)
    values[Int(buckets[0])] = 1.5
    let table = WordTable(hasher: hasher, reduction: .mean, values: values, intercept: 0)
    let chunk = ToyCorpus.chunk(texts: ["tulip", "other", "tulip tulip other"])
    #expect(table.margin(chunk, conversation: 0) == 1.5)
    let sums = WordTable(hasher: hasher, reduction: .sum, values: values, intercept: 0)
    #expect(sums.margin(chunk, conversation: 0) == 4.5)
    #expect(table.margin(ToyCorpus.chunk(texts: ["", "other"]), conversation: 0) == 0)
  }

  @Test func neutralWordsHoldTheMeanOfAShortTextBack() {
    let hasher = FeatureHasher(bits: 10, words: 1)
    let values = [Double](repeating: 1, count: hasher.bucketCount)
    let table = WordTable(
      hasher: hasher, reduction: .mean, neutralWords: 6, values: values, intercept: 0.5)
    #expect(table.margin(ToyCorpus.chunk(texts: ["tulip soil"]), conversation: 0) == 0.75)
    let long = String(repeating: "tulip ", count: 594)
    #expect(table.margin(ToyCorpus.chunk(texts: [long]), conversation: 0) == 0.5 + 0.99)
    #expect(table.margin(ToyCorpus.chunk(texts: [""]), conversation: 0) == 0.5)
  }

  @Test(arguments: [WordTable.Reduction.sum, .mean])
  func bytesComeBack(_ reduction: WordTable.Reduction) throws {
    let table = Self.table(reduction, words: 1)
    let parameters = table.parameters(with: [DetectorParameter("alpha", "1")])
    #expect(parameters.map(\.name) == parameters.map(\.name).sorted())
    let bytes = table.encoded("x", parameters)
    let read = try WordTable.decode("x", bytes)
    #expect(read.model.values == table.values && read.model.reduction == reduction)
    #expect(read.model.neutralWords == 3)
    #expect(read.parameters == parameters)
    // A bucket of a mean is 8 bytes, one of a sum 12.
    let held = table.values.count { $0 != 0 }
    #expect(bytes.count > held * (reduction == .sum ? 12 : 8))
    #expect(bytes.count < held * (reduction == .sum ? 12 : 8) + 300)
  }
}
