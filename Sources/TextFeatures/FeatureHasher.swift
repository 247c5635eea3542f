/// Turns a message into hashed features: its words and, if wanted, its pairs of neighbouring words.
///
/// The hashing trick (Weinberger et al. 2009, doi:10.1145/1553374.1553516) without signs: two
/// features in one bucket are one feature. Pairs do not reach over the end of a message.
///
/// ```swift
/// var buckets: [UInt32] = []
/// FeatureHasher(bits: 18, words: 2).append(Array("hello you".utf8).span, to: &buckets)
/// buckets.count  // 3: hello, you, hello you
/// ```
public struct FeatureHasher: Sendable, Hashable {
  /// Buckets are numbered 0..<2^bits; 10…22.
  public let bits: Int
  /// The longest word n-gram: 1 or 2.
  public let words: Int

  /// A hasher.
  ///
  /// - Precondition: 10 ≤ bits ≤ 22, 1 ≤ words ≤ 2.
  public init(bits: Int, words: Int) {
    precondition((10...22).contains(bits), "bits outside 10…22")
    precondition((1...2).contains(words), "word n-grams have one or two words")
    (self.bits, self.words) = (bits, words)
  }

  /// The number of buckets.
  public var bucketCount: Int { 1 << bits }

  /// Appends the bucket of every feature of `text`, repeated as often as the feature occurs: for
  /// each word its own bucket, then that of the pair it ends. O(bytes); allocates only while
  /// `buckets` grows.
  public func append(_ text: Span<UInt8>, to buckets: inout [UInt32]) {
    let shift = UInt64(64 - bits)
    // A token has at least one byte, so the room is reserved once, not feature by feature.
    if words == 1 {
      buckets.append(addingCapacity: text.count) { output in
        Tokenizer.scan(text) { token, _, _ in
          output.append(UInt32(truncatingIfNeeded: token.value &>> shift))
        }
      }
      return
    }
    buckets.append(addingCapacity: 2 * text.count) { output in
      var previous: UInt64 = 0
      Tokenizer.scan(text) { token, _, _ in
        let hash = token.value
        output.append(UInt32(truncatingIfNeeded: hash &>> shift))
        if previous != 0 {
          output.append(UInt32(truncatingIfNeeded: TokenHash.pair(previous, hash) &>> shift))
        }
        previous = hash
      }
    }
  }
}
