/// Where a message stands among chunks.
struct MessagePlace: Sendable, Equatable {
  var chunk: Int
  /// The position in the columns of the chunk.
  var message: Int
}
