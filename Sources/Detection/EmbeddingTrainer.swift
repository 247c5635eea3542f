import Statistics

/// Trains fastText's supervised model on feature counts: a text is the mean of the embeddings of
/// its features, and a softmax over the two classes reads it.
///
/// As the original: embeddings start uniform in ±1/dimension, output vectors at 0; plain stochastic
/// gradient descent, one row at a time, with a rate that falls linearly to 0. The two output vectors
/// only ever move in opposite directions by the same amount, so their difference is kept instead:
/// it moves by twice the step. Here rows come in an order drawn anew in each epoch.
///
/// Joulin, Grave, Bojanowski, Mikolov 2017, "Bag of tricks for efficient text classification",
/// doi:10.18653/v1/E17-2068.
struct EmbeddingTrainer {
  /// How many numbers stand for a feature: one SIMD register or few.
  static let dimension = 16

  /// The step of the first row.
  let rate: Double
  /// How often every row is seen.
  let epochs: Int
  /// A feature of fewer rows is left out.
  var minimumDocuments = 1

  /// Fits `rows` and returns, for each bucket, what one occurrence adds to the log-odds times the
  /// number of features: the product of its embedding with the difference of the output vectors; 0
  /// where it is left out. Deterministic in its arguments. O(epochs · entries · dimension).
  func train(
    _ rows: FeatureRows, bucketCount: Int, seed: UInt64, checkpoint: () throws -> Void
  ) rethrows -> [Double] {
    let examples = EmbeddingRows(rows, bucketCount: bucketCount, minimum: minimumDocuments)
    var random = CounterRandom(seed: seed, stream: 1, purpose: 0x6661_7374)
    var embeddings: [SIMD16<Float>] = []
    embeddings.reserveCapacity(examples.bucketOfFeature.count)
    for _ in examples.bucketOfFeature {
      var vector = SIMD16<Float>()
      for place in 0..<Self.dimension {
        vector[place] = Float((2 * random.unit() - 1) / Double(Self.dimension))
      }
      embeddings.append(vector)
    }
    var output = SIMD16<Float>()
    var order = Array(0..<rows.count)
    let total = Double(max(1, epochs * rows.count))
    for epoch in 0..<epochs {
      for place in order.indices {
        order.swapAt(place, place + random.below(order.count - place))
      }
      for (place, row) in order.enumerated() {
        if place % 256 == 0 { try checkpoint() }
        let progress = Double(epoch * rows.count + place) / total
        examples.step(
          row, target: rows.isPositive[row] ? 1 : 0, rate: rate * (1 - progress), &embeddings,
          &output)
      }
    }
    var values = [Double](repeating: 0, count: bucketCount)
    for (feature, bucket) in examples.bucketOfFeature.enumerated() {
      values[Int(bucket)] = Double((embeddings[feature] * output).sum())
    }
    return values
  }
}

/// Rows of counts with features renumbered, so that the embeddings of those that occur lie together.
private struct EmbeddingRows {
  private var starts = [0]
  private var features: [UInt32] = []
  private var counts: [Float] = []
  private var totals: [Float] = []
  private(set) var bucketOfFeature: [UInt32] = []

  init(_ rows: FeatureRows, bucketCount: Int, minimum: Int) {
    var documents = [UInt32](repeating: 0, count: bucketCount)
    for bucket in rows.buckets { documents[Int(bucket)] += 1 }
    var featureOfBucket = [UInt32](repeating: .max, count: bucketCount)
    for bucket in documents.indices where documents[bucket] >= max(1, minimum) {
      featureOfBucket[bucket] = UInt32(bucketOfFeature.count)
      bucketOfFeature.append(UInt32(bucket))
    }
    for row in 0..<rows.count {
      var total: Float = 0
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        let feature = featureOfBucket[Int(rows.buckets[entry])]
        if feature == .max { continue }
        features.append(feature)
        counts.append(Float(rows.counts[entry]))
        total += Float(rows.counts[entry])
      }
      starts.append(features.count)
      totals.append(total)
    }
  }

  /// One step of gradient descent on one row; a row without a feature is passed over.
  func step(
    _ row: Int, target: Double, rate: Double, _ embeddings: inout [SIMD16<Float>],
    _ output: inout SIMD16<Float>
  ) {
    guard totals[row] > 0 else { return }
    let (features, counts) = (features.span, counts.span)
    let range = starts[row]..<starts[row + 1]
    let share = 1 / totals[row]
    var vectors = embeddings.mutableSpan
    var hidden = SIMD16<Float>()
    for entry in range { hidden += vectors[Int(features[entry])] * counts[entry] }
    hidden *= share
    let score = Elementary.logistic(Double((hidden * output).sum()))
    let step = Float(rate * (target - score))
    let gradient = output * (step * share)
    output += hidden * (2 * step)
    for entry in range { vectors[Int(features[entry])] += gradient * counts[entry] }
  }
}
