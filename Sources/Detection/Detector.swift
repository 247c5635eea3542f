public import Chat

/// A trained detector: an immutable model that makes scorers.
///
/// A detector sees messages in order, as a platform would: author, time and text, never a label,
/// a file or the future.
public protocol Detector: Sendable {
  /// The name in tables and on the command line, such as `naive-bayes`.
  var name: String { get }
  /// Rises whenever a change alters any score.
  var version: Int { get }
  /// Everything that was chosen for this model, hyper-parameters included, sorted by name.
  var parameters: [DetectorParameter] { get }
  /// The size of the model in bytes, as a table prints it.
  var modelBytes: Int { get }
  /// The most bytes that the state of one conversation can take.
  var stateBytesCap: Int { get }

  /// A scorer with no conversation begun.
  func makeScorer() -> any Scorer

  /// What each message of a conversation added to the log-odds of the score before calibration,
  /// largest first, at most `limit`.
  func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence]

  /// The model as bytes that the catalogue can decode again on the same or another machine.
  func encoded() -> [UInt8]
}

/// A setting of a detector, as text.
public struct DetectorParameter: Sendable, Hashable {
  public let name: String
  public let value: String
  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// The running state of one conversation under one detector; begins anew with every ``begin()``.
///
/// One scorer serves one conversation at a time, and one thread.
public protocol Scorer: AnyObject {
  /// Forgets everything and starts a conversation.
  func begin()

  /// Takes the next message and gives the score of the prefix that ends with it: a calibrated
  /// probability in 0…1. The cost does not grow with the prefix; nothing is allocated once the
  /// buffers have grown.
  ///
  /// - Parameters:
  ///   - author: index of the writer, in order of first appearance.
  ///   - time: milliseconds since 1970, or nil where the platform has none.
  ///   - text: UTF-8, possibly empty.
  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double
}

/// Why a score is what it is, for one message.
public struct Evidence: Sendable, Equatable {
  /// 1-based number of the message in its conversation.
  public var message: Int
  /// What the message added to the log-odds.
  public var contribution: Double
  /// The terms that carried it, strongest first.
  public var terms: [String]

  public init(message: Int, contribution: Double, terms: [String]) {
    (self.message, self.contribution, self.terms) = (message, contribution, terms)
  }
}

/// Labelled conversations to train or tune on: every item names a conversation of a chunk.
public struct Examples: Sendable {
  public struct Item: Sendable {
    public var chunk: Int
    public var conversation: Int
    public var isPositive: Bool
    public init(chunk: Int, conversation: Int, isPositive: Bool) {
      (self.chunk, self.conversation, self.isPositive) = (chunk, conversation, isPositive)
    }
  }

  public var chunks: [Chunk]
  public var items: [Item]

  /// The conversations of `chunks` labelled grooming or benign, in order.
  public init(_ chunks: [Chunk]) {
    self.chunks = chunks
    items = []
    for (c, chunk) in chunks.enumerated() {
      for (k, conversation) in chunk.conversations.enumerated() {
        switch conversation.label {
        case .grooming: items.append(Item(chunk: c, conversation: k, isPositive: true))
        case .benign: items.append(Item(chunk: c, conversation: k, isPositive: false))
        case .insufficientEvidence, nil: continue
        }
      }
    }
  }
}
