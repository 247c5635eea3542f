/// Whether the spans of a labelling were found: exactly, or well enough.
///
/// Spans are maximal runs of equal labels; precision, recall and F1 count spans, in 0…1, better when
/// higher (Tjong Kim Sang and Buchholz 2000, CoNLL, for exact spans).
///
/// - ``exact``: right means the same label, the same first and the same last message;
/// - ``overlapping``: right means the same label and an intersection over union ≥ 0.5. No two spans
///   can match one span: they would each have to cover one half of it, and be one run.
///
/// Spans of labels in `background`, such as `ordinary`, are not counted on either side.
/// **Empty**: as ``RetrievalCounts``, with F1 nil where the reference has no span. Spans of several
/// conversations are counted by conversation and added (``+(_:_:)``); runs never cross a border. O(n).
///
/// **Comparison.** `exact` is the chunk F1 of CoNLL-2000 (`conlleval`, seqeval) for chunks that
/// never touch one of their own label; scikit-learn has none.
public struct SpanAgreement: Sendable, Equatable {
  /// Spans that agree to the message.
  public let exact: RetrievalCounts
  /// Spans that overlap by half or more.
  public let overlapping: RetrievalCounts

  /// Compares two labellings of one conversation.
  ///
  /// - Precondition: both have one length.
  public init<Label: Hashable & Sendable>(
    reference: [Label], predicted: [Label], excluding background: Set<Label> = []
  ) {
    precondition(reference.count == predicted.count, "every message needs two labels")
    let truth = LabelSpan.spans(of: reference, excluding: background)
    let told = LabelSpan.spans(of: predicted, excluding: background)
    exact = RetrievalCounts(relevant: Set(truth), retrieved: Set(told))
    var right = 0
    var first = 0
    for span in told {
      // Both lists rise, so what ends before this span cannot meet a later one.
      while first < truth.count, truth[first].range.upperBound <= span.range.lowerBound {
        first += 1
      }
      var index = first
      while index < truth.count, truth[index].range.lowerBound < span.range.upperBound {
        if span.overlap(with: truth[index]) >= 0.5 { right += 1 }
        index += 1
      }
    }
    overlapping = RetrievalCounts(relevant: truth.count, retrieved: told.count, right: right)
  }

  /// The counts of two sets of conversations together.
  public static func + (a: Self, b: Self) -> Self {
    Self(exact: sum(a.exact, b.exact), overlapping: sum(a.overlapping, b.overlapping))
  }

  private init(exact: RetrievalCounts, overlapping: RetrievalCounts) {
    (self.exact, self.overlapping) = (exact, overlapping)
  }

  private static func sum(_ a: RetrievalCounts, _ b: RetrievalCounts) -> RetrievalCounts {
    RetrievalCounts(
      relevant: a.relevant + b.relevant, retrieved: a.retrieved + b.retrieved,
      right: a.right + b.right)
  }
}
