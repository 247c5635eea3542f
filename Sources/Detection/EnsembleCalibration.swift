/// From the margin of a stack to a probability: Platt's curve or an isotonic one, whichever
/// validation prefers.
///
/// The isotonic curve is taken with a share of Platt's, so that no probability is 0 or 1 and two
/// margins never tie.
struct EnsembleCalibration: Sendable, Equatable {
  /// Platt's part where the curve is isotonic.
  static let share = 0.02

  var platt: Calibration
  /// The isotonic curve, where it was the better one.
  var isotonic: IsotonicCalibration?

  init(platt: Calibration, isotonic: IsotonicCalibration?) {
    (self.platt, self.isotonic) = (platt, isotonic)
  }

  /// Fits on margins out of fold. It takes the isotonic curve where its log-loss on folds that the
  /// fit did not see is smaller than that of Platt's by more than one standard error of the
  /// difference: on few conversations the curve with more freedom wins too often by chance.
  init(margins: [Double], isPositive: [Bool], folds: [Int]) {
    func curve(_ picks: [Int], isotonic: Bool) -> EnsembleCalibration {
      let (margins, classes) = (picks.map { margins[$0] }, picks.map { isPositive[$0] })
      return EnsembleCalibration(
        platt: Calibration(margins: margins, isPositive: classes),
        isotonic: isotonic ? IsotonicCalibration(margins: margins, isPositive: classes) : nil)
    }
    func losses(isotonic: Bool) -> [Double] {
      var losses = [Double](repeating: 0, count: folds.count)
      for fold in Set(folds).sorted() {
        let seen = folds.indices.filter { folds[$0] != fold }
        guard !seen.isEmpty else { continue }
        let fit = curve(seen, isotonic: isotonic)
        for index in folds.indices where folds[index] == fold {
          let p = fit.probability(margins[index])
          losses[index] = -Elementary.log(
            max(isPositive[index] ? p : 1 - p, .leastNormalMagnitude))
        }
      }
      return losses
    }
    let gains = zip(losses(isotonic: false), losses(isotonic: true)).map { $0 - $1 }
    let count = Double(max(1, gains.count))
    let mean = gains.reduce(0, +) / count
    let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    self = curve(
      Array(margins.indices), isotonic: mean > (variance / count).squareRoot())
  }

  /// `platt` or `isotonic`.
  var name: String { isotonic == nil ? "platt" : "isotonic" }

  /// The probability of a margin, in 0…1, rising.
  func probability(_ margin: Double) -> Double {
    let smooth = platt.probability(margin)
    guard let isotonic else { return smooth }
    return (1 - Self.share) * isotonic.probability(margin) + Self.share * smooth
  }
}
