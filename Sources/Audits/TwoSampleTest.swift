/// A classifier two-sample test: how well a logistic regression tells windows of one source from
/// those of another (Lopez-Paz and Oquab 2017, arXiv:1610.06545).
///
/// Two folds, each trained on one half of the units and measured on the other; the figure is the
/// mean of the two areas, so that margins of different models are never ranked together. A unit, that
/// is a conversation, stands on one side only: windows of one conversation share its people and its
/// topic, and a model that has seen some of them knows the rest.
enum TwoSampleTest {
  /// What the classifier reads.
  enum View: String, CaseIterable {
    case surface
    case characters
  }

  /// Fewer windows of a source say nothing.
  static let minimumWindows = 40

  /// The area between two sources; nil where one has too few windows.
  static func area(_ first: [ChatWindow], _ second: [ChatWindow], _ view: View) -> Estimate? {
    guard min(first.count, second.count) >= minimumWindows else { return nil }
    let windows = first + second
    return area(
      windows, units: windows.map(\.unit),
      isPositive: windows.indices.map { $0 < first.count }, view)
  }

  /// The mean area between two halves of one source over five random draws of the halves, with the
  /// least and the most: what chance alone gives. Nil with too few windows.
  static func null(_ windows: [ChatWindow], _ view: View) -> Estimate? {
    guard windows.count >= 2 * minimumWindows else { return nil }
    let units = windows.map(\.unit)
    let draws = (1...5).compactMap { seed in
      let halves = CrossFit.folds(
        units, isPositive: units.map { _ in true }, count: 2, seed: UInt64(seed))
      return area(
        windows, units: units, isPositive: halves.map { $0 == 0 }, view, resamples: 1)?.value
    }
    guard let least = draws.min(), let most = draws.max() else { return nil }
    return Estimate(value: draws.reduce(0, +) / Double(draws.count), low: least, high: most)
  }

  /// The area with windows split by the given units; nil where a half lacks a source.
  static func area(
    _ windows: [ChatWindow], units: [String], isPositive: [Bool], _ view: View,
    resamples: Int = 200
  ) -> Estimate? {
    let folds = CrossFit.folds(units, isPositive: isPositive, count: 2)
    var margins = [Double](repeating: 0, count: windows.count)
    for fold in 0..<2 {
      let training = windows.indices.filter { folds[$0] != fold }
      let classes = training.map { isPositive[$0] }
      guard classes.contains(true), classes.contains(false) else { return nil }
      let model = Model(training.map { windows[$0] }, classes, view)
      for index in windows.indices where folds[index] == fold {
        margins[index] = model.margin(windows[index])
      }
    }
    let rankings = (0..<2).map { fold in
      RankedScores(
        margins.indices.map { folds[$0] == fold ? margins[$0] : nil }, isPositive: isPositive)
    }
    func mean(_ weights: [UInt8]?) -> Double? {
      let areas = rankings.compactMap { $0.area(weights) }
      return areas.count == 2 ? (areas[0] + areas[1]) / 2 : nil
    }
    guard let value = mean(nil) else { return nil }
    let sample = LabelledSample(clusters: units, isPositive: isPositive, resamples: resamples)
    return LabelledSample.estimate(value, sample.resamples.map { mean($0) })
  }

  private enum Model {
    case surface(DenseModel)
    case characters(LogisticFit)

    init(_ windows: [ChatWindow], _ isPositive: [Bool], _ view: View) {
      switch view {
      case .surface:
        self = .surface(DenseModel(windows.map(\.surface), isPositive: isPositive))
      case .characters:
        let rows = zip(windows, isPositive).map { SparseRow($0.characters, isPositive: $1) }
        self = .characters(LogisticFit(rows, features: ChatWindow.buckets, cost: 10))
      }
    }

    func margin(_ window: ChatWindow) -> Double {
      switch self {
      case .surface(let model): model.margin(window.surface)
      case .characters(let fit):
        window.characters.reduce(fit.bias) { $0 + fit.weights[$1.index] * $1.value }
      }
    }
  }
}
