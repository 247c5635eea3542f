import TextFeatures

/// How probable the words of a message are in each state of a chain.
///
/// A message is a bag of hashed words (multinomial); a word that training never saw says nothing.
/// The words of a message lean on one another, so their evidence is tempered: the log-likelihood
/// is multiplied by an exponent of at most 1.
struct StageEmissions: Sendable {
  let hasher: FeatureHasher
  let states: Int
  let tempering: Double
  /// ln P(bucket | state), the states of a bucket side by side; 0 for a bucket without words.
  let logProbabilities: [Float]

  /// The log-likelihood of the words of `text` in each state, into `target`. O(words · states).
  @inline(__always) func evaluate(
    _ text: Span<UInt8>, _ buckets: inout [UInt32], into target: inout [Double]
  ) {
    hasher.append(text, to: &buckets)
    do {
      var sums = target.mutableSpan
      let (table, words) = (logProbabilities.span, buckets.span)
      for state in 0..<states { sums[state] = 0 }
      for word in words.indices {
        let row = Int(words[word]) &* states
        for state in 0..<states { sums[state] += Double(table[row &+ state]) }
      }
      for state in 0..<states { sums[state] *= tempering }
    }
    buckets.clearScratch()
  }
}
