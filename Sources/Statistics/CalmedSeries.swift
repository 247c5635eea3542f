/// A series whose lone points are drawn in to their neighbours, and the size of its noise.
///
/// A point may be five times the noise from the running median of seven points, not further (Hampel's
/// identifier; Davies and Gather 1993, doi:10.1080/01621459.1993.10476339). The noise is that of the
/// series or of the 21 points about it, where that is larger: noise that grows is not cut off.
struct CalmedSeries {
  /// The values, each as it was or drawn in.
  let values: [Double]
  /// The standard deviation of the noise, from the differences of neighbours, of which steps are few;
  /// 0 where no more than lone points differ.
  let noise: Double

  init(_ values: [Double]) {
    let medians = values.indices.map { Self.median(of: values, around: $0) }
    let noise = Self.noise(values) ?? Self.meanNoise(medians)
    self.noise = noise
    self.values = values.indices.map { index in
      let nearby = values[max(0, index - 10)..<min(values.count, index + 11)]
      // Of the middle difference alone: a lone point among equal values is no noise about it.
      let bound = 5 * max(noise, Self.noise(Array(nearby), upTo: 50) ?? 0)
      return min(max(values[index], medians[index] - bound), medians[index] + bound)
    }
  }

  private static func median(of values: [Double], around index: Int) -> Double {
    let window = values[max(0, index - 3)..<min(values.count, index + 4)]
    return OrderStatistics.median(Array(window)) ?? 0
  }

  /// The noise that a middle difference of neighbours would be if it were normal; a larger quantile
  /// where so many neighbours are equal that it says nothing, nil where nearly all are.
  private static func noise(_ values: [Double], upTo last: Double = 90) -> Double? {
    let differences = zip(values, values.dropFirst()).map { abs($1 - $0) }.sorted()
    for (percent, normal) in [(50.0, 0.6745), (75, 1.1503), (90, 1.6449)] where percent <= last {
      if let size = OrderStatistics.percentile(percent, ofSorted: differences), size > 0 {
        return size / normal / 2.0.squareRoot()
      }
    }
    return nil
  }

  /// The noise for which the mean difference of neighbours would be as it is.
  private static func meanNoise(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let sum = zip(values, values.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
    return sum / Double(values.count - 1) / 1.1284  // 2 / √π: that of a normal pair
  }
}
