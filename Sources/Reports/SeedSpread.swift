import Glibc

/// How far a metric moves when nothing but the seed changes: of the corpus, and of the training.
///
/// A bootstrap interval holds the conversations that happen to be in one test split; it does not hold
/// what another draw of templates or another start of training would have given. This does.
///
/// With x(c, t) the value on corpus seed c after training seed t and x̄(c) its mean over t:
/// - ``mean``: of the x̄(c), so that every corpus counts alike;
/// - ``betweenCorpora``: the standard deviation (n − 1) of the x̄(c);
/// - ``betweenTrainings``: √(Σ (x(c, t) − x̄(c))² / Σ (n(c) − 1)), pooled within corpora.
///
/// A detector that does not draw while it trains has 0 between trainings. **Empty**: nil for the
/// mean without samples, and for a deviation with nothing to compare. O(n log n).
///
/// ```swift
/// let spread = SeedSpread([
///   .init(corpus: 1, training: 1, value: 0.6), .init(corpus: 1, training: 2, value: 0.8),
///   .init(corpus: 2, training: 1, value: 0.9), .init(corpus: 2, training: 2, value: 0.9),
/// ])
/// spread.mean              // 0.8
/// spread.betweenCorpora    // 0.1414… of 0.7 and 0.9
/// spread.betweenTrainings  // 0.1
/// ```
public struct SeedSpread: Sendable, Equatable {
  /// One run's value.
  public struct Sample: Sendable, Equatable {
    /// The seed of the corpus.
    public var corpus: UInt64
    /// The seed of training.
    public var training: UInt64
    /// The value; a sample that is not finite is left out.
    public var value: Double

    /// A sample.
    public init(corpus: UInt64, training: UInt64, value: Double) {
      (self.corpus, self.training, self.value) = (corpus, training, value)
    }
  }

  /// The mean over corpora.
  public let mean: Double?
  /// The standard deviation between corpus seeds; nil for fewer than two.
  public let betweenCorpora: Double?
  /// The standard deviation between training seeds, within corpora; nil for one each.
  public let betweenTrainings: Double?
  /// The smallest value.
  public let minimum: Double?
  /// The largest value.
  public let maximum: Double?
  /// How many corpus seeds have a value.
  public let corpora: Int
  /// How many training seeds have a value, on any corpus.
  public let trainings: Int

  /// The spread of some runs.
  public init(_ samples: [Sample]) {
    let samples = samples.filter(\.value.isFinite)
    let groups = Dictionary(grouping: samples, by: \.corpus).sorted { $0.key < $1.key }
      .map { $0.value.sorted { $0.training < $1.training }.map(\.value) }
    let means = groups.map(Self.mean)
    mean = means.isEmpty ? nil : Self.mean(means)
    betweenCorpora =
      means.count < 2 ? nil : sqrt(Self.squares(means) / Double(means.count - 1))
    let freedom = groups.reduce(0) { $0 + $1.count - 1 }
    betweenTrainings =
      freedom < 1 ? nil : sqrt(groups.reduce(0) { $0 + Self.squares($1) } / Double(freedom))
    minimum = samples.map(\.value).min()
    maximum = samples.map(\.value).max()
    corpora = groups.count
    trainings = Set(samples.map(\.training)).count
  }

  /// The mean, from the first value on, so that equal values have exactly that mean.
  private static func mean(_ values: [Double]) -> Double {
    values[0] + values.reduce(0) { $0 + ($1 - values[0]) } / Double(values.count)
  }

  /// The squared distances from the mean, summed.
  private static func squares(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
