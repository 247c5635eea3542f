/// What of a conversation a detector may read: a platform's choice, or what encryption leaves.
///
/// Every view sees who wrote when; never a role, a label or a stage.
public enum View: String, Sendable, CaseIterable {
  /// Text, author and time of every message so far.
  case full
  /// ``full``, and the age band that each side claims, which may be false.
  case profile
  /// ``full``, of the last messages only.
  case lastK = "last-k"
  /// ``full`` with numbers, links and names replaced by placeholders.
  case redacted
  /// Every word replaced by a salted hash, so that no lexicon applies.
  case hashed
  /// Author, length and time: what end-to-end encryption leaves.
  case metadata
  /// One message that a user reports and the four before it.
  case reported
}
