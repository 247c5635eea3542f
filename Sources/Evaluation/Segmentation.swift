/// How well the borders between stages were found, with credit for a near miss: Pk and WindowDiff.
///
/// A segmentation is one mark per message, true where a segment ends there (NLTK's strings of 0 and
/// 1). A window of k marks slides over both, N − k + 1 places in all:
///
/// - Pk = the share of windows in which one of them has a border and the other has none (Beeferman,
///   Berger, Lafferty 1999, doi:10.1023/A:1007506220214);
/// - WindowDiff = the share of windows in which they have different *numbers* of borders (Pevzner
///   and Hearst 2002, doi:10.1162/089120102317341756), so that a border too many counts as well.
///
/// Both are shares of windows in 0…1, better when lower; Pk is never above WindowDiff. k is half the mean length of a reference segment, as NLTK takes it:
/// N / (2 · borders), rounded half to even, at least 1 (``window(of:)``).
///
/// **Empty**: nil where the window is longer than the conversation. Without a border in the
/// reference there is no k to take. Never NaN. O(N).
///
/// **Comparison.** Agrees with `nltk.metrics.segmentation.pk` and `windowdiff`, which slide over
/// N − k + 1 windows where the papers have N − k. scikit-learn has neither.
public struct Segmentation: Sendable, Equatable {
  /// Share of windows with a border on one side only; nil where no window fits.
  public let pk: Double?
  /// Share of windows with different numbers of borders; nil where no window fits.
  public let windowDiff: Double?

  /// Compares borders in windows of `window` marks.
  ///
  /// - Precondition: both have one length; `window` > 0.
  public init(reference: [Bool], predicted: [Bool], window: Int) {
    precondition(reference.count == predicted.count, "every message needs two marks")
    precondition(window > 0, "a window holds a mark")
    let places = reference.count - window + 1
    guard places > 0 else {
      (pk, windowDiff) = (nil, nil)
      return
    }
    func borders(_ marks: [Bool], _ index: Int) -> Int { marks[index] ? 1 : 0 }
    var (truth, told) = (0, 0)
    var (parted, different) = (0, 0)
    for end in reference.indices {
      truth += borders(reference, end)
      told += borders(predicted, end)
      if end >= window {
        truth -= borders(reference, end - window)
        told -= borders(predicted, end - window)
      }
      guard end >= window - 1 else { continue }
      if (truth > 0) != (told > 0) { parted += 1 }
      if truth != told { different += 1 }
    }
    (pk, windowDiff) = (Double(parted) / Double(places), Double(different) / Double(places))
  }

  /// The window that a reference asks for; nil where it has no border.
  public static func window(of reference: [Bool]) -> Int? {
    let borders = reference.count { $0 }
    guard borders > 0 else { return nil }
    let half = Double(reference.count) / Double(2 * borders)
    return max(1, Int(half.rounded(.toNearestOrEven)))
  }

  /// The marks of a labelling: true at the last message of each run but the last one.
  public static func borders<Label: Hashable & Sendable>(of labels: [Label]) -> [Bool] {
    labels.indices.map { $0 + 1 < labels.count && labels[$0] != labels[$0 + 1] }
  }
}
