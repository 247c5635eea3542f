/// Rows of tf-idf values for a linear model: sublinear term frequency 1 + ln n, smoothed inverse
/// document frequency ln((1 + N) / (1 + df)) + 1, each row of Euclidean length 1; then one more
/// feature that is 1 in every row, for the bias.
///
/// Equal to `TfidfVectorizer(sublinear_tf=True, min_df=…)` of scikit-learn on the same counts.
/// Features are renumbered by falling document frequency, so that the weights of the usual ones
/// share cache lines.
struct LinearProblem {
  /// How the repetitions of a feature in a row count.
  enum Repetition: Sendable {
    /// 1 + ln n; the row is divided by its length.
    case sublinear
    /// n; the row is divided by √(Σ n · idf²), its length if every repetition were a feature of its
    /// own: what two running sums give that remember no features.
    case linear
  }

  /// Where row r stands: `starts[r]..<starts[r + 1]`.
  private(set) var starts = [0]
  private(set) var features: [UInt32] = []
  private(set) var values: [Float] = []
  /// The class of each row: 1 or −1.
  private(set) var signs: [Double] = []
  /// For each feature of the problem, its bucket.
  private(set) var bucketOfFeature: [UInt32] = []
  /// For each feature of the problem, its inverse document frequency.
  private(set) var inverseDocumentFrequency: [Double] = []

  var rowCount: Int { signs.count }
  /// How many features there are without the bias, which is the feature of this number.
  var featureCount: Int { bucketOfFeature.count }

  /// - Parameters:
  ///   - rows: counts in buckets.
  ///   - bucketCount: how many buckets there are.
  ///   - minimumDocuments: a feature of fewer rows is left out.
  ///   - repetition: how repetitions count.
  init(
    _ rows: FeatureRows, bucketCount: Int, minimumDocuments: Int,
    repetition: Repetition = .sublinear
  ) {
    var documents = [UInt32](repeating: 0, count: bucketCount)
    for bucket in rows.buckets { documents[Int(bucket)] += 1 }
    let featureOfBucket = number(documents, minimumDocuments, rows.count)
    let frequency = TermFrequency()
    let room = rows.buckets.count + rows.count
    var (starts, features, values): ([Int], [UInt32], [Float]) = ([0], [], [])
    starts.reserveCapacity(rows.count + 1)
    features.append(addingCapacity: room) { features in
      values.append(addingCapacity: room) { values in
        for row in 0..<rows.count {
          append(rows, row, featureOfBucket, frequency, repetition, &features, &values)
          starts.append(features.count)
        }
      }
    }
    (self.starts, self.features, self.values) = (starts, features, values)
    signs = rows.isPositive.map { $0 ? 1 : -1 }
  }

  /// Appends one row of length 1 and its bias.
  @inline(__always) private func append(
    _ rows: FeatureRows, _ row: Int, _ featureOfBucket: [UInt32], _ frequency: TermFrequency,
    _ repetition: Repetition, _ features: inout OutputSpan<UInt32>,
    _ values: inout OutputSpan<Float>
  ) {
    var square = 0.0
    let begin = values.count
    for entry in rows.starts[row]..<rows.starts[row + 1] {
      let feature = featureOfBucket[Int(rows.buckets[entry])]
      if feature == .max { continue }
      let idf = inverseDocumentFrequency[Int(feature)]
      let count = Int(rows.counts[entry])
      let value: Double
      switch repetition {
      case .sublinear:
        value = frequency.value(count) * idf
        square += value * value
      case .linear:
        value = Double(count) * idf
        square += value * idf
      }
      features.append(feature)
      values.append(Float(value))
    }
    let scale = Float(square > 0 ? 1 / square.squareRoot() : 0)
    var written = values.mutableSpan
    for entry in begin..<written.count { written[entry] *= scale }
    features.append(UInt32(featureCount))
    values.append(1)
  }

  /// Numbers the kept buckets by falling document frequency (a counting sort) and returns the
  /// number of each bucket, `.max` where it is left out.
  private mutating func number(
    _ documents: [UInt32], _ minimum: Int, _ total: Int
  ) -> [UInt32] {
    var place = [Int](repeating: 0, count: total + 2)
    for count in documents where count >= minimum && count > 0 {
      place[total - Int(count) + 1] += 1
    }
    for index in 1..<place.count { place[index] += place[index - 1] }
    let kept = place[place.count - 1]
    bucketOfFeature = [UInt32](repeating: 0, count: kept)
    inverseDocumentFrequency = [Double](repeating: 0, count: kept)
    var featureOfBucket = [UInt32](repeating: .max, count: documents.count)
    for (bucket, count) in documents.enumerated() where count >= minimum && count > 0 {
      let feature = place[total - Int(count)]
      place[total - Int(count)] += 1
      featureOfBucket[bucket] = UInt32(feature)
      bucketOfFeature[feature] = UInt32(bucket)
      inverseDocumentFrequency[feature] =
        Elementary.log(Double(total + 1) / (Double(count) + 1)) + 1
    }
    return featureOfBucket
  }
}
