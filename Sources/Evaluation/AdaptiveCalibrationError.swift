/// The expected calibration error over bins of equal mass: `ece` where the scores are, rather than
/// where they could be.
///
/// Detectors of a rare class put most scores near 0, so of ten bins of equal width one or two
/// decide the ECE. With bins that hold the same number n_b of conversations each,
///
/// adaptive ECE = Σ_b (n_b / n) · |mean score − share of grooming|
///
/// (Nguyen and O'Connor 2015, doi:10.18653/v1/D15-1182; Nixon et al. 2019, arXiv:1904.01685).
/// In 0…1 over conversations; better when lower. Also ACE, or ECE with equal-mass bins (there of the
/// likelier class's confidence, here of the score as the chance of grooming). Biased upwards with few conversations in a bin, as every binned error is.
///
/// **Ties**: equal scores share a bin (``ReliabilityBin/equalMass(_:binCount:)``). **Missing scores**
/// and NaN are left out. **Empty**: nil without any score, or where a score outside 0…1 says that
/// scores are no probabilities. O(n log n).
///
/// **Comparison.** scikit-learn has no such error; of `calibration_curve(strategy="quantile")` it is
/// the mean distance from the diagonal, weighted by the bins' counts.
public enum AdaptiveCalibrationError {
  /// The error and the bins that it is the sum of.
  public static func evaluate(
    _ units: [EvaluatedConversation], binCount: Int = 10
  ) -> (error: Double?, bins: [ReliabilityBin]) {
    let bins = ReliabilityBin.equalMass(units, binCount: binCount)
    return (ReliabilityBin.calibrationError(of: bins), bins)
  }
}
