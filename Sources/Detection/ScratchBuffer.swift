/// How much memory a scorer keeps between messages for the pieces of one message.
enum ScratchBuffer {
  /// The most bytes kept; a longer message takes more while it is looked at, and gives it back.
  static let maximumBytes = 32 << 10
}

extension Array {
  /// Removes all elements; keeps the memory unless a long message made it large.
  @inline(__always) mutating func clearScratch() {
    removeAll(
      keepingCapacity: capacity &* MemoryLayout<Element>.stride <= ScratchBuffer.maximumBytes)
  }
}
