/// What a detector from elsewhere did wrong; the words never repeat what it wrote.
public struct ExternalFault: Error, Equatable, CustomStringConvertible {
  /// The kinds of wrong.
  public enum Kind: Sendable, Equatable {
    /// It says that something it needs is not installed.
    case unavailable
    /// Its program cannot be started.
    case cannotStart
    /// It took longer than its limit.
    case timeout
    /// Its process or its output ended.
    case ended
    /// A line that is no reply of the protocol.
    case garbage
    /// A reply to something else than what was asked last.
    case wrongID
    /// More than one reply.
    case extraReply
    /// A number that is not finite.
    case notFinite
    /// A score below 0 or above 1.
    case outOfRange
    /// It failed too often.
    case gaveUp
  }

  /// The kind.
  public var kind: Kind
  /// The sentence, without a full stop.
  public var description: String

  /// A fault.
  public init(_ kind: Kind, _ description: String) {
    (self.kind, self.description) = (kind, description)
  }
}
