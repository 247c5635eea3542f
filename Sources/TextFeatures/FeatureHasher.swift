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

  /// Calls `body` with the bucket of every feature of `text`, as often as the feature occurs: for
  /// each word its own bucket, then that of the pair it ends. O(bytes); allocates nothing.
  @inlinable @inline(__always) public func forEach(_ text: Span<UInt8>, _ body: (UInt32) -> Void) {
    let shift = UInt64(64 &- bits)
    let hasPairs = words == 2
    var previous: UInt64 = 0
    Tokenizer.scan(text) { hash, _, _ in
      body(UInt32(truncatingIfNeeded: hash &>> shift))
      if previous != 0 {
        body(UInt32(truncatingIfNeeded: TokenHash.pair(previous, hash) &>> shift))
      }
      previous = hasPairs ? hash : 0
    }
  }

  /// The most features that a text of `count` bytes can have: a token has at least one byte.
  @inlinable public func mostFeatures(ofBytes count: Int) -> Int { words &* count }

  /// Appends the bucket of every feature of `text`, in the order of ``forEach(_:_:)``. O(bytes);
  /// allocates only while `buckets` grows.
  public func append(_ text: Span<UInt8>, to buckets: inout [UInt32]) {
    // The room is reserved once, not feature by feature.
    buckets.append(addingCapacity: mostFeatures(ofBytes: text.count)) { output in
      forEach(text) { output.append($0) }
    }
  }
}
