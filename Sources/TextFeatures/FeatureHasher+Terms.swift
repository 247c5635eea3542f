extension FeatureHasher {
  /// A word feature with the words that made it, for explanations.
  public struct Term: Sendable, Equatable {
    /// The bucket of the feature.
    public var bucket: UInt32
    /// Where it stands in the text, in bytes.
    public var range: Range<Int>
  }

  /// The word features of `text` in the order of ``append(_:to:)`` with where they stand: hashing
  /// loses the words, tokenising again finds them.
  ///
  /// O(bytes); for explanations, not for scoring.
  public func terms(of text: Span<UInt8>) -> [Term] {
    let shift = UInt64(64 - bits)
    var tokens: [Token] = []
    Tokenizer.append(text, to: &tokens)
    var terms: [Term] = []
    for (index, token) in tokens.enumerated() {
      terms.append(
        Term(
          bucket: UInt32(truncatingIfNeeded: token.hash >> shift), range: token.start..<token.end))
      guard words == 2, index > 0 else { continue }
      let previous = tokens[index - 1]
      terms.append(
        Term(
          bucket: UInt32(truncatingIfNeeded: TokenHash.pair(previous.hash, token.hash) >> shift),
          range: previous.start..<token.end))
    }
    return terms
  }
}
