public import Evaluation

/// What a run would mean for those who review its alerts.
public struct ReviewerLoad: Sendable, Equatable {
  /// The recalls that ``reviews`` belong to.
  static let recalls = [0.8, 0.9]

  /// What an alert is worth at each of `BaseRate.prevalences`.
  public var baseRates: [BaseRate]
  /// Reviews from the highest score down that reach a recall of 0.8 and of 0.9; nil without
  /// grooming.
  public var reviews: [Int?]
  /// False alerts per 1,000 benign conversations.
  public var perThousandConversations: ScaledRate
  /// False alerts per 10,000 messages of benign conversations.
  public var perTenThousandMessages: ScaledRate

  /// A load of known figures.
  init(
    baseRates: [BaseRate], reviews: [Int?], perThousandConversations: ScaledRate,
    perTenThousandMessages: ScaledRate
  ) {
    (self.baseRates, self.reviews) = (baseRates, reviews)
    self.perThousandConversations = perThousandConversations
    self.perTenThousandMessages = perTenThousandMessages
  }

  /// The load that predictions make.
  public init(_ units: [EvaluatedConversation]) {
    let burden = Burden(units)
    let triage = Triage(units)
    self.init(
      baseRates: BaseRate.all(of: units),
      reviews: Self.recalls.map { triage.reviews(toReach: $0) },
      perThousandConversations: burden.perThousandConversations,
      perTenThousandMessages: burden.perTenThousandMessages)
  }
}
