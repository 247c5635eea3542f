import TextFeatures

extension LinearTextModel {
  /// The most bytes of one conversation's state: the table of counts, the features of one
  /// message and their cells, two sums.
  static let stateBytesCap = CountTable.maximumBytes + 2 * ScratchBuffer.maximumBytes + 64

  private static let layout: UInt32 = 1
  /// Bytes of one stored cell: bucket, weight, square.
  private static let cellBytes = 12

  /// The model as bytes: the buckets that hold something, in rising order.
  func encoded(_ detector: String, _ parameters: [DetectorParameter]) -> [UInt8] {
    var writer = ModelWriter(detector, layout: Self.layout)
    writer.write(parameters)
    write(to: &writer)
    return writer.bytes
  }

  /// Reads what ``encoded(_:_:)`` wrote.
  static func decode(
    _ detector: String, _ bytes: [UInt8]
  ) throws(DetectionError) -> (model: LinearTextModel, parameters: [DetectorParameter]) {
    var reader = try ModelReader(detector, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let model = try read(from: &reader)
    try reader.finish()
    return (model, parameters)
  }

  /// Writes everything but the parameters.
  func write(to writer: inout ModelWriter) {
    writer.write(UInt8(hasher.bits))
    writer.write(UInt8(hasher.words))
    writer.write(calibration)
    writer.write(bias)
    writer.write(UInt32(table.count { $0.square != 0 }))
    for (bucket, cell) in table.enumerated() where cell.square != 0 {
      writer.write(UInt32(bucket))
      writer.write(cell.weight)
      writer.write(cell.square)
    }
  }

  /// Reads what ``write(to:)`` wrote.
  static func read(from reader: inout ModelReader) throws(DetectionError) -> LinearTextModel {
    let hasher = try reader.readHasher()
    let calibration = try reader.readCalibration()
    let bias = try reader.readDouble()
    var table = [Cell](repeating: Cell(weight: 0, square: 0), count: hasher.bucketCount)
    var next = 0
    for _ in 0..<(try reader.readCount(size: cellBytes)) {
      let bucket = try reader.readBucket(&next, hasher)
      let cell = Cell(weight: try reader.readFloat(), square: try reader.readFloat())
      guard cell.square > 0 else { throw reader.refuse("a square of 0", expected: "above 0") }
      table[bucket] = cell
    }
    return LinearTextModel(hasher: hasher, table: table, bias: bias, calibration: calibration)
  }
}

extension ModelReader {
  /// A hasher as bits and words.
  mutating func readHasher() throws(DetectionError) -> FeatureHasher {
    let bits = Int(try read(UInt8.self))
    let words = Int(try read(UInt8.self))
    guard (10...22).contains(bits), (1...2).contains(words) else {
      throw refuse("\(bits) bits, \(words) words", expected: "10…22 bits, 1…2 words")
    }
    return FeatureHasher(bits: bits, words: words)
  }

  /// A bucket at or after `next`, which then stands behind it.
  mutating func readBucket(
    _ next: inout Int, _ hasher: FeatureHasher
  ) throws(DetectionError) -> Int {
    let bucket = Int(try read(UInt32.self))
    guard bucket >= next, bucket < hasher.bucketCount else {
      throw refuse("bucket \(bucket)", expected: "\(next)..<\(hasher.bucketCount)")
    }
    next = bucket + 1
    return bucket
  }
}
