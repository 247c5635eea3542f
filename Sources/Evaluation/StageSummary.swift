public import Chat

/// How well the stage of every message was told, over all conversations of a split.
///
/// Messages whose stage the corpus does not say are left out. Spans and borders are taken within a
/// conversation and added up or averaged: see ``LabelAgreement``, ``SpanAgreement`` and
/// ``Segmentation`` for their definitions. `ordinary` is no span.
///
/// **Empty**: nil without a message of known stage; Pk and WindowDiff are nil where no reference has a
/// border. O(messages).
public struct StageSummary: Sendable {
  /// Classes, F1 and the confusion matrix, by message.
  public let agreement: LabelAgreement<Stage>
  /// Spans, by exact and by overlapping borders.
  public let spans: SpanAgreement
  /// The mean Pk over conversations with a border; lower is better.
  public let pk: Double?
  /// The mean WindowDiff over conversations with a border; lower is better.
  public let windowDiff: Double?
  /// How many conversations have a border.
  public let segmented: Int

  /// Compares what was told with the truth, conversation by conversation.
  ///
  /// - Precondition: of one conversation both lists have one length.
  public init?(_ conversations: [(reference: [Stage?], predicted: [Stage])]) {
    var (reference, predicted): ([Stage], [Stage]) = ([], [])
    var spans: SpanAgreement?
    var (pk, windowDiff, segmented) = (0.0, 0.0, 0)
    for conversation in conversations {
      precondition(
        conversation.reference.count == conversation.predicted.count, "a stage for every message")
      let known = zip(conversation.reference, conversation.predicted).compactMap { truth, told in
        truth.map { ($0, told) }
      }
      let (truth, told) = (known.map(\.0), known.map(\.1))
      reference += truth
      predicted += told
      let own = SpanAgreement(reference: truth, predicted: told, excluding: [.ordinary])
      spans = spans.map { $0 + own } ?? own
      let borders = Segmentation.borders(of: truth)
      guard let window = Segmentation.window(of: borders) else { continue }
      let segmentation = Segmentation(
        reference: borders, predicted: Segmentation.borders(of: told), window: window)
      guard let own = segmentation.pk, let difference = segmentation.windowDiff else { continue }
      (pk, windowDiff, segmented) = (pk + own, windowDiff + difference, segmented + 1)
    }
    guard let spans, !reference.isEmpty else { return nil }
    agreement = LabelAgreement(Stage.allCases, reference: reference, predicted: predicted)
    self.spans = spans
    self.pk = segmented == 0 ? nil : pk / Double(segmented)
    self.windowDiff = segmented == 0 ? nil : windowDiff / Double(segmented)
    self.segmented = segmented
  }
}
