import Chat

extension TextEmbedding {
  /// An embedding whose document frequencies are counted on the given messages.
  /// O(bytes).
  init(_ messages: [MessagePlace], of chunks: [Chunk]) {
    var frequencies = [UInt32](repeating: 0, count: Self.bucketCount)
    // The number of the last message that a bucket was counted for.
    var latest = [Int](repeating: -1, count: Self.bucketCount)
    for (number, place) in messages.enumerated() {
      chunks[place.chunk].messages.withText(place.message) { text in
        Self.forEachFeature(of: text) { feature in
          let bucket = Self.bucket(feature)
          if latest[bucket] != number {
            latest[bucket] = number
            frequencies[bucket] += 1
          }
        }
      }
    }
    self.init(documents: messages.count, frequencies: frequencies)
  }
}
