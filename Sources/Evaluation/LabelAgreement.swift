/// How well one label per message was told: per-class F, macro-F1, micro-F1 and the confusion
/// matrix, over a fixed list of labels.
///
/// With TP, FP and FN of a class counted over messages,
///
/// - F1 of a class = 2·TP / (2·TP + FP + FN); a class that occurs nowhere, or is never predicted,
///   scores 0;
/// - macro-F1 = the mean over *all* labels of the list, so that a detector which never names a rare
///   stage pays for it;
/// - micro-F1 = the share of messages with the right label: with one label per message, micro
///   precision, recall and F1 are all the accuracy.
///
/// The unit is the message, all values lie in 0…1, higher is better (van Rijsbergen 1979 for F; the
/// mean of F over labels, not the F of mean precision and recall, which macro-F1 also is at times:
/// Opitz and Burst 2019, arXiv:1911.03347). **Empty**: nil without messages. Never NaN. O(messages + labels²).
///
/// **Comparison.** Agrees with `f1_score(…, labels=list, average=…, zero_division=0)` and
/// `confusion_matrix(…, labels=list)` of scikit-learn.
///
/// ```swift
/// LabelAgreement(Stage.allCases, reference: gold, predicted: told).macroF1
/// ```
public struct LabelAgreement<Label: Hashable & Sendable>: Sendable {
  /// The labels, in the order of ``confusion`` and ``f1``.
  public let labels: [Label]
  /// `confusion[i][j]`: messages of label `i` that were told to be `j`.
  public let confusion: [[Int]]

  /// Counts messages: `reference[k]` and `predicted[k]` are the labels of message `k`.
  ///
  /// - Precondition: both lists have one length; their labels are in `labels`, which has no label
  ///   twice.
  public init(_ labels: [Label], reference: [Label], predicted: [Label]) {
    precondition(reference.count == predicted.count, "every message needs two labels")
    precondition(Set(labels).count == labels.count, "a label stands once in its list")
    let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    var counts = labels.map { _ in [Int](repeating: 0, count: labels.count) }
    for (truth, told) in zip(reference, predicted) {
      guard let row = places[truth], let column = places[told] else {
        preconditionFailure("a label that is not in the list")
      }
      counts[row][column] += 1
    }
    (self.labels, confusion) = (labels, counts)
  }

  /// How many messages were counted.
  public var count: Int { confusion.reduce(0) { $0 + $1.reduce(0, +) } }

  /// F1 of every label; nil without messages.
  public var f1: [Double]? {
    guard count > 0 else { return nil }
    return labels.indices.map { label in
      let right = confusion[label][label]
      let relevant = confusion[label].reduce(0, +)
      let told = confusion.reduce(0) { $0 + $1[label] }
      return right == 0 ? 0 : 2 * Double(right) / Double(relevant + told)
    }
  }

  /// The mean of ``f1`` over all labels; nil without messages.
  public var macroF1: Double? {
    f1.map { $0.reduce(0, +) / Double(labels.count) }
  }

  /// The share of messages with the right label; nil without messages.
  public var microF1: Double? {
    let count = count
    guard count > 0 else { return nil }
    return Double(labels.indices.reduce(0) { $0 + confusion[$1][$1] }) / Double(count)
  }
}
