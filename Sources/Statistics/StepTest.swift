/// Whether a series has a step where one was found, judged by what its noise alone would show.
///
/// The wild bootstrap (Wu 1986, doi:10.1214/aos/1176350142; Liu 1988): the distances from the two
/// means, each times a random number of mean 0 and variance 1, are a series with the same noise at
/// every place and no step. So noise that grows or changes gives no alarm, as it does where values
/// are permuted. The statistic is the largest weighted distance of means over all places for a step,
/// because the tested place was chosen as the largest too.
///
/// ```swift
/// StepTest([1, 1.1, 0.9, 1, 5, 5.1, 4.9, 5], at: 4).p  // 0.001
/// ```
///
/// O(draws · n); the same on every machine.
public struct StepTest: Sendable, Equatable {
  /// (count + 1) / (draws + 1), where count is how many series without a step show as large a one;
  /// count / draws so far once count is 20, when no more are made (Besag and Clifford 1991,
  /// doi:10.1093/biomet/78.2.301).
  public let p: Double

  /// The test of the step before the value at `index`.
  ///
  /// - Parameters:
  ///   - minimumLength: how many values stand at least on each side of a place for a step.
  ///   - draws: how many series without a step are made at most.
  ///   - seed: decides the draws.
  /// - Precondition: 2 ≤ `minimumLength` ≤ `index` ≤ count − `minimumLength`; finite values.
  public init(
    _ values: [Double], at index: Int, minimumLength: Int = 3, draws: Int = 999, seed: UInt64 = 0
  ) {
    precondition(minimumLength >= 2, "one value has no noise")
    precondition(
      (minimumLength...max(minimumLength, values.count - minimumLength)).contains(index)
        && values.count >= 2 * minimumLength, "a step needs values on both sides")
    precondition(draws > 0, "a test needs draws")
    let (before, after) = (values[..<index], values[index...])
    let weights = Self.weights(values.count)
    let noise = Self.noise(before) + Self.noise(after)
    let step = abs(Self.mean(after) - Self.mean(before))
    let observed = step * weights[index] * Double(index) * Double(values.count - index)
    var random = CounterRandom(seed: seed, stream: UInt64(values.count), purpose: 0x57E9)
    var count = 0
    var sums = [Double](repeating: 0, count: values.count + 1)
    let places = minimumLength...(values.count - minimumLength)
    for draw in 1...draws {
      for place in noise.indices {
        // How many of 64 bits are set is nearly normal: mean 32, standard deviation 4.
        let normal = Double(random.next().nonzeroBitCount - 32) / 4
        sums[place + 1] = sums[place] + normal * noise[place]
      }
      let total = sums[values.count]
      let isReached = places.contains { place in
        let left = sums[place] * Double(values.count - place)
        let right = (total - sums[place]) * Double(place)
        return abs(right - left) * weights[place] >= observed
      }
      if isReached { count += 1 }
      if count == 20 {
        p = Double(count) / Double(draw)
        return
      }
    }
    p = Double(count + 1) / Double(draws + 1)
  }

  /// What makes the distances of sums at every place have one variance, if the noise has one.
  private static func weights(_ count: Int) -> [Double] {
    (0...count).map { place in
      let product = Double(place) * Double(count - place)
      return product == 0 ? 0 : 1 / (product * Double(count)).squareRoot()
    }
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The distances from the mean, widened because the mean was fitted to them and, more than HC3
  /// does (MacKinnon and White 1985, doi:10.1016/0304-4076(85)90158-7), because the place was too.
  private static func noise(_ values: ArraySlice<Double>) -> [Double] {
    let middle = mean(values)
    let ratio = Double(values.count) / Double(values.count - 1)
    let factor = ratio * ratio.squareRoot()
    return values.map { ($0 - middle) * factor }
  }
}
