/// What a ``ReviewerSimulation`` ended with.
public struct ReviewerOutcome: Sendable, Equatable {
  /// Conversations that arrived.
  public let arrivals: Int
  /// Those of them that are grooming.
  public let trueArrivals: Int
  /// Conversations with an alert.
  public let cases: Int
  /// Cases that were reviewed.
  public let reviewed: Int
  /// Those of them that are grooming.
  public let trueReviewed: Int
  /// Minutes from arrival to the begin of the review, over all cases; nil where half or more were
  /// not begun, or there were none.
  public let medianWait: Double?
  /// Minutes that reviewers were busy.
  public let minutesSpent: Double
  /// Messages written in a grooming conversation between alert and review, on average over the
  /// cases whose times are known; nil without such a case.
  public var exposedMessages: Double?

  /// What a queue ended with; exposure unknown unless said.
  public init(
    arrivals: Int, trueArrivals: Int, cases: Int, reviewed: Int, trueReviewed: Int,
    medianWait: Double?, minutesSpent: Double, exposedMessages: Double? = nil
  ) {
    (self.arrivals, self.trueArrivals, self.cases) = (arrivals, trueArrivals, cases)
    (self.reviewed, self.trueReviewed) = (reviewed, trueReviewed)
    (self.medianWait, self.minutesSpent) = (medianWait, minutesSpent)
    self.exposedMessages = exposedMessages
  }

  /// The share of reviewed cases that is grooming; nil where none was reviewed.
  public var precision: Double? {
    reviewed == 0 ? nil : Double(trueReviewed) / Double(reviewed)
  }

  /// The share of grooming that was reviewed; nil where none arrived.
  public var recall: Double? {
    trueArrivals == 0 ? nil : Double(trueReviewed) / Double(trueArrivals)
  }

  /// Cases without a review at the end.
  public var backlog: Int { cases - reviewed }

  /// Minutes of review for each grooming case; nil where none was reviewed.
  public var minutesPerTrueCase: Double? {
    trueReviewed == 0 ? nil : minutesSpent / Double(trueReviewed)
  }
}
