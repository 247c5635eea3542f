import TextFeatures

/// How often each word occurs in the messages of each state.
struct StageCounts {
  let hasher: FeatureHasher
  let states: Int
  /// The states of a bucket side by side.
  private(set) var counts: [Float]

  init(_ hasher: FeatureHasher, states: Int) {
    (self.hasher, self.states) = (hasher, states)
    counts = [Float](repeating: 0, count: hasher.bucketCount * states)
  }

  /// Counts the words of a message; exact up to 2²⁴ occurrences.
  mutating func add(_ text: Span<UInt8>, state: Int, _ buckets: inout [UInt32]) {
    hasher.append(text, to: &buckets)
    for bucket in buckets { counts[Int(bucket) * states + state] += 1 }
    buckets.removeAll(keepingCapacity: true)
  }

  /// The smoothed log-probabilities: `smoothing` > 0 is added to each count of a word that occurs
  /// (Lidstone).
  func emissions(smoothing: Double, tempering: Double) -> StageEmissions {
    var totals = [Double](repeating: 0, count: states)
    var vocabulary = 0.0
    var occurs = [Bool](repeating: false, count: hasher.bucketCount)
    for bucket in occurs.indices {
      for state in 0..<states where counts[bucket * states + state] > 0 {
        occurs[bucket] = true
        totals[state] += Double(counts[bucket * states + state])
      }
      if occurs[bucket] { vocabulary += 1 }
    }
    let scales = totals.map { Elementary.log($0 + smoothing * vocabulary) }
    var table = [Float](repeating: 0, count: counts.count)
    for bucket in occurs.indices where occurs[bucket] {
      for state in 0..<states {
        let place = bucket * states + state
        table[place] = Float(Elementary.log(Double(counts[place]) + smoothing) - scales[state])
      }
    }
    return StageEmissions(
      hasher: hasher, states: states, tempering: tempering, logProbabilities: table)
  }
}
