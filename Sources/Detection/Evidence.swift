/// Why a score is what it is, for one message.
public struct Evidence: Sendable, Equatable {
  /// 1-based number of the message in its conversation.
  public var message: Int
  /// What the message added to the log-odds.
  public var contribution: Double
  /// The terms that carried it, strongest first.
  public var terms: [String]

  /// Evidence of one message.
  public init(message: Int, contribution: Double, terms: [String]) {
    (self.message, self.contribution, self.terms) = (message, contribution, terms)
  }
}
