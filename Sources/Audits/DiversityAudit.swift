import Chat
import Statistics
import TextFeatures

/// How rich the language of each class is, on samples of 10,000 running words, and how often a long
/// message repeats another.
///
/// The bounds are figures of public everyday chat, measured alike: whole conversations in random
/// order, cut into samples; pairs reach over the ends of messages.
struct DiversityAudit {
  /// How many words a sample has.
  static let sampleSize = 10_000
  /// The most samples of a class.
  static let maximumSamples = 10

  let findings: [AuditFinding]

  /// Reads the whole corpus. O(bytes).
  init(_ corpus: AuditedCorpus) {
    let labels = Set(corpus.places.map { corpus[$0].label })
    let classes: [(name: String, label: Label?)] =
      labels == [nil] ? [("all", nil)] : [("grooming", .grooming), ("benign", .benign)]
    var findings: [AuditFinding] = []
    for (name, label) in classes {
      let samples = Self.samples(corpus, label)
      func add(_ what: String, _ bound: AuditBound, _ measure: ([UInt64]) -> Double?) {
        findings.append(
          AuditFinding(
            .diversity, "\(what): \(name)", Self.mean(samples.compactMap(measure)), bound: bound))
      }
      add("distinct pairs", .within(0.7, 0.78)) { LexicalDiversity.distinctPairs($0) }
      add("types per token", .within(0.15, 0.24)) { LexicalDiversity.typeTokenRatio($0) }
      add("MTLD", .within(75, 120)) { LexicalDiversity.mtld($0) }
      add("Zipf slope", .within(-1.2, -1.05)) { LexicalDiversity.zipfSlope($0) }
    }
    let (repeated, long) = Self.repetition(corpus)
    findings.append(
      AuditFinding(
        .diversity, "repeated messages of 6 words or more",
        long > 0 ? Double(repeated) / Double(long) : nil, bound: .atMost(0.036),
        detail: long > 0 ? "of \(long)" : nil))
    self.findings = findings
  }

  /// Hashes of running words, in samples of whole size.
  private static func samples(_ corpus: AuditedCorpus, _ label: Label?) -> [[UInt64]] {
    let places = corpus.places.filter { corpus[$0].label == label }
    var random = CounterRandom(seed: 0, stream: 0, purpose: 0xD1F)
    var words: [UInt64] = []
    var tokens: [Token] = []
    for index in random.permutation(of: places.count) {
      guard words.count < sampleSize * maximumSamples else { break }
      corpus.forEachText(places[index]) { text in
        tokens.removeAll(keepingCapacity: true)
        Tokenizer.append(text, to: &tokens)
        for token in tokens { words.append(token.hash) }
      }
    }
    return (0..<min(maximumSamples, words.count / sampleSize)).map {
      Array(words[($0 * sampleSize)..<(($0 + 1) * sampleSize)])
    }
  }

  /// The mean with its normal 95 % interval over the samples.
  private static func mean(_ values: [Double]) -> Estimate? {
    guard !values.isEmpty else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    guard values.count > 1 else { return Estimate(value: mean) }
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let half = WilsonInterval.z95 * (variance / n).squareRoot()
    return Estimate(value: mean, low: mean - half, high: mean + half)
  }

  /// Messages of six words or more whose bytes an earlier message had, and all of them.
  private static func repetition(_ corpus: AuditedCorpus) -> (repeated: Int, long: Int) {
    var seen: Set<UInt64> = []
    var long = 0
    for place in corpus.places {
      corpus.forEachText(place) { text in
        guard WordText.wordCount(text) >= NearDuplicates.minimumWords else { return }
        long += 1
        seen.insert(WordText.hash(text))
      }
    }
    return (long - seen.count, long)
  }
}
