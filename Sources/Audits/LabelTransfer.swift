import Chat
import Glibc
import TextFeatures

/// Gives each conversation of a test the label of the training conversation nearest to it: what
/// copying alone would tell.
///
/// Nearest by cosine of hashed tf-idf vectors of words (sublinear, smoothed, 2¹⁸ buckets). At most
/// 4,000 training and 1,000 test conversations are looked at, evenly spaced in storage order.
struct LabelTransfer {
  static let maximumTraining = 4000
  static let maximumQueries = 1000

  private let hasher = FeatureHasher(bits: 18, words: 1)
  private let corpus: AuditedCorpus
  private var labels: [Bool] = []
  /// By bucket: which training conversations hold it, and with what weight.
  private var postings: [[(row: Int32, value: Float)]]
  private var inverseFrequency: [Double]

  /// Indexes the labelled conversations of `train`; nil unless both classes occur.
  init?(_ corpus: AuditedCorpus) {
    self.corpus = corpus
    let places = Self.spaced(Self.labelled(corpus, .train), limit: Self.maximumTraining)
    labels = places.map { corpus[$0].label == .grooming }
    guard labels.contains(true), labels.contains(false) else { return nil }
    postings = [[(row: Int32, value: Float)]](repeating: [], count: hasher.bucketCount)
    inverseFrequency = [Double](repeating: 0, count: hasher.bucketCount)
    let hasher = hasher
    let counted = places.map { Self.counts(corpus, $0, hasher) }
    for counts in counted { for (bucket, _) in counts { inverseFrequency[Int(bucket)] += 1 } }
    for bucket in inverseFrequency.indices {
      inverseFrequency[bucket] =
        log(Double(places.count + 1) / (inverseFrequency[bucket] + 1)) + 1
    }
    for (row, counts) in counted.enumerated() {
      for (bucket, value) in vector(counts) {
        postings[Int(bucket)].append((Int32(row), Float(value)))
      }
    }
  }

  /// The mean of the shares of both classes that get their own label; nil unless both occur.
  func balancedAccuracy(_ split: Split) -> Double? {
    let places = Self.spaced(Self.labelled(corpus, split), limit: Self.maximumQueries)
    var (right, total) = ([0.0, 0.0], [0.0, 0.0])
    var scores = [Float](repeating: 0, count: labels.count)
    for place in places {
      for row in scores.indices { scores[row] = 0 }
      for (bucket, value) in vector(Self.counts(corpus, place, hasher)) {
        let value = Float(value)
        for entry in postings[Int(bucket)] { scores[Int(entry.row)] += value * entry.value }
      }
      let nearest = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
      let truth = corpus[place].label == .grooming
      total[truth ? 1 : 0] += 1
      if labels[nearest] == truth { right[truth ? 1 : 0] += 1 }
    }
    guard total[0] > 0, total[1] > 0 else { return nil }
    return (right[0] / total[0] + right[1] / total[1]) / 2
  }

  private static func labelled(_ corpus: AuditedCorpus, _ split: Split) -> [AuditedCorpus.Place] {
    corpus.places.filter {
      corpus[$0].split == split && (corpus[$0].label == .grooming || corpus[$0].label == .benign)
    }
  }

  private static func spaced<Item>(_ items: [Item], limit: Int) -> [Item] {
    guard items.count > limit else { return items }
    return (0..<limit).map { items[$0 * items.count / limit] }
  }

  private static func counts(
    _ corpus: AuditedCorpus, _ place: AuditedCorpus.Place, _ hasher: FeatureHasher
  ) -> [(bucket: UInt32, count: Int)] {
    var buckets: [UInt32] = []
    corpus.forEachText(place) { hasher.append($0, to: &buckets) }
    buckets.sort()
    var counts: [(bucket: UInt32, count: Int)] = []
    for bucket in buckets {
      if counts.last?.bucket == bucket {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((bucket, 1))
      }
    }
    return counts
  }

  private func vector(
    _ counts: [(bucket: UInt32, count: Int)]
  ) -> [(bucket: UInt32, value: Double)] {
    var square = 0.0
    let values = counts.map { bucket, count in
      let value = (1 + log(Double(count))) * inverseFrequency[Int(bucket)]
      square += value * value
      return (bucket: bucket, value: value)
    }
    let scale = square > 0 ? 1 / square.squareRoot() : 0
    return values.map { ($0.bucket, $0.value * scale) }
  }
}
