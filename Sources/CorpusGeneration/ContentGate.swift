public import Chat

/// Which texts may exist: a lexical gate over salted hashes of explicit terms, and a contextual one.
public struct ContentGate: Sendable {
  /// Why a message was refused; never its text.
  public struct Hit: Sendable, Equatable {
    /// 1-based number of the message in its conversation.
    public var message: Int
    /// Which rule refused it, such as `explicit term` or `age in figures`.
    public var rule: String
  }

  /// The gate that is compiled into the binary.
  ///
  /// - Throws: ``GenerationError/invalid(file:line:reason:)`` for a locale without a lexicon.
  public init(locale: String) throws { preconditionFailure(locale) }

  /// Whether the text holds a term of the lexicon. O(bytes), allocates nothing.
  public func refuses(_ text: Span<UInt8>) -> Bool { preconditionFailure() }

  /// Every refusal in conversation `index` of a chunk, by the lexical and the contextual rules.
  public func hits(_ chunk: Chunk, conversation index: Int) -> [Hit] { preconditionFailure() }
}
