/// The running state of one conversation under one detector; begins anew with every ``begin()``.
///
/// One scorer serves one conversation at a time, and one thread.
public protocol Scorer: AnyObject {
  /// Forgets everything and starts a conversation.
  func begin()

  /// Forgets everything and starts a conversation whose sides claim these age bands, by author, nil
  /// where a side claims none.
  func begin(claims: [String?])

  /// Takes the next message and gives the score of the prefix that ends with it: a calibrated
  /// probability in 0…1. The cost does not grow with the prefix; nothing is allocated once the
  /// buffers have grown.
  ///
  /// - Parameters:
  ///   - author: index of the writer, in order of first appearance.
  ///   - time: milliseconds since 1970, or nil where the platform has none.
  ///   - text: UTF-8, possibly empty.
  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double

  /// What the scorer believes about the stage of the message observed last; nil for one that knows
  /// no stages.
  var stage: StageBelief? { get }
}

extension Scorer {
  /// A scorer that reads no profiles.
  public func begin(claims: [String?]) { begin() }

  /// A scorer knows no stages unless it says so.
  public var stage: StageBelief? { nil }
}
