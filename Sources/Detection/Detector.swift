public import Chat

/// A trained detector: an immutable model that makes scorers.
///
/// A detector sees messages in order, as a platform would: author, time and text, never a label,
/// a file or the future.
///
/// ```swift
/// let scorer = detector.makeScorer()
/// scorer.begin()
/// let score = scorer.observe(author: 0, time: nil, text: Array("hello".utf8).span)
/// ```
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

  /// For each of the conversation's `authors` the probability, 0…1, that this author is the
  /// offender; below or at the score of the conversation.
  func authorScores(_ chunk: Chunk, conversation: Int) -> [Double]

  /// The model as bytes that the catalogue can decode again on the same or another machine.
  func encoded() -> [UInt8]
}
