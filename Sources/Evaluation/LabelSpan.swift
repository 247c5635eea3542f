/// A run of messages with one label, as long as it can be.
public struct LabelSpan<Label: Hashable & Sendable>: Sendable, Hashable {
  /// The label of all its messages.
  public let label: Label
  /// 0-based positions of its messages.
  public let range: Range<Int>

  /// The maximal runs of a list, in order, without those of labels that mean "nothing here". O(n).
  public static func spans(of labels: [Label], excluding background: Set<Label> = []) -> [Self] {
    var spans: [Self] = []
    var start = 0
    for index in labels.indices
    where index + 1 == labels.count || labels[index] != labels[index + 1] {
      if !background.contains(labels[index]) {
        spans.append(Self(label: labels[index], range: start..<index + 1))
      }
      start = index + 1
    }
    return spans
  }

  /// The share of messages in either span that are in both (Jaccard); 0 with different labels.
  public func overlap(with other: Self) -> Double {
    guard label == other.label else { return 0 }
    let shared = range.clamped(to: other.range).count
    return Double(shared) / Double(range.count + other.range.count - shared)
  }
}
