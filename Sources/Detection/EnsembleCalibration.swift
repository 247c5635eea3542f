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

  /// Fits on margins out of fold. Of the two curves it takes the one with the smaller log-loss on
  /// folds that its fit did not see; ties go to Platt's.
  init(margins: [Double], isPositive: [Bool], folds: [Int]) {
    func curve(_ picks: [Int], isotonic: Bool) -> EnsembleCalibration {
      let (margins, classes) = (picks.map { margins[$0] }, picks.map { isPositive[$0] })
      return EnsembleCalibration(
        platt: Calibration(margins: margins, isPositive: classes),
        isotonic: isotonic ? IsotonicCalibration(margins: margins, isPositive: classes) : nil)
    }
    func loss(isotonic: Bool) -> Double {
      var sum = 0.0
      for fold in Set(folds).sorted() {
        let seen = folds.indices.filter { folds[$0] != fold }
        guard !seen.isEmpty else { continue }
        let fit = curve(seen, isotonic: isotonic)
        for index in folds.indices where folds[index] == fold {
          let p = fit.probability(margins[index])
          sum -= Elementary.log(max(isPositive[index] ? p : 1 - p, .leastNormalMagnitude))
        }
      }
      return sum
    }
    self = curve(
      Array(margins.indices), isotonic: loss(isotonic: true) < loss(isotonic: false))
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
