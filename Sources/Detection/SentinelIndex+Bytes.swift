import Chat

extension ModelWriter {
  /// An index: document frequencies above 0, then both sides.
  mutating func write(_ index: SentinelIndex) {
    write(UInt32(index.embedding.documents))
    write(UInt32(index.embedding.frequencies.count { $0 > 0 }))
    for (bucket, frequency) in index.embedding.frequencies.enumerated() where frequency > 0 {
      write(UInt16(bucket))
      write(frequency)
    }
    for side in [index.positive, index.negative] {
      write(UInt32(side.count))
      for eight in side.rows { for lane in 0..<8 { write(eight[lane]) } }
    }
    for sign in index.signs { write(sign) }
  }
}

extension ModelReader {
  /// Reads what `write(_: SentinelIndex)` wrote.
  mutating func readSentinelIndex() throws(DetectionError) -> SentinelIndex {
    let documents = Int(try read(UInt32.self))
    var frequencies = [UInt32](repeating: 0, count: TextEmbedding.bucketCount)
    var next = 0
    for _ in 0..<(try readCount(size: 6, limit: TextEmbedding.bucketCount)) {
      let bucket = Int(try read(UInt16.self))
      guard bucket >= next, bucket < frequencies.count else {
        throw refuse("bucket \(bucket)", expected: "\(next)..<\(frequencies.count)")
      }
      next = bucket + 1
      let frequency = try read(UInt32.self)
      guard frequency > 0, frequency <= documents else {
        throw refuse("a frequency of \(frequency)", expected: "1…\(documents)")
      }
      frequencies[bucket] = frequency
    }
    let positive = try readPoints()
    let negative = try readPoints()
    var signs: [UInt8] = []
    for _ in 0..<positive.count {
      let sign = try read(UInt8.self)
      guard sign < Sign.allCases.count || sign == SentinelIndex.unknownSign else {
        throw refuse("sign \(sign)", expected: "0..<\(Sign.allCases.count)")
      }
      signs.append(sign)
    }
    return SentinelIndex(
      embedding: TextEmbedding(documents: documents, frequencies: frequencies),
      positive: positive, negative: negative, signs: signs)
  }

  private mutating func readPoints() throws(DetectionError) -> NeighbourIndex {
    var index = NeighbourIndex(width: TextEmbedding.dimensions / 8)
    for _ in 0..<(try readCount(size: 2 * TextEmbedding.dimensions)) {
      var point = TextEmbedding.Point(repeating: .zero)
      for eight in 0..<8 {
        for lane in 0..<8 { point[eight][lane] = try read(Int16.self) }
      }
      let square = NeighbourIndex.square(point.span)
      guard square <= NeighbourIndex.maximumSquare else {
        throw refuse("a point of squared length \(square)", expected: "at most 32767")
      }
      index.append(point.span)
    }
    return index
  }
}
