import TextFeatures

extension WordTable {
  private static let layout: UInt32 = 2

  /// The model as bytes: the buckets that hold something, in rising order.
  func encoded(_ detector: String, _ parameters: [DetectorParameter]) -> [UInt8] {
    var writer = ModelWriter(detector, layout: Self.layout)
    writer.write(parameters)
    writer.write(UInt8(hasher.bits))
    writer.write(UInt8(hasher.words))
    writer.write(reduction.rawValue)
    writer.write(UInt32(neutralWords))
    writer.write(calibration)
    writer.write(intercept)
    writer.write(UInt32(values.count { $0 != 0 }))
    for (bucket, value) in values.enumerated() where value != 0 {
      writer.write(UInt32(bucket))
      switch reduction {
      case .sum: writer.write(value)
      case .mean: writer.write(Float(value))
      }
    }
    return writer.bytes
  }

  /// Reads what ``encoded(_:_:)`` wrote.
  static func decode(
    _ detector: String, _ bytes: [UInt8]
  ) throws(DetectionError) -> (model: WordTable, parameters: [DetectorParameter]) {
    var reader = try ModelReader(detector, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let hasher = try reader.readHasher()
    let kind = try reader.read(UInt8.self)
    guard let reduction = Reduction(rawValue: kind) else {
      throw reader.refuse("reduction \(kind)", expected: "0 or 1")
    }
    let neutralWords = Int(try reader.read(UInt32.self))
    let calibration = try reader.readCalibration()
    let intercept = try reader.readDouble()
    var values = [Double](repeating: 0, count: hasher.bucketCount)
    var next = 0
    for _ in 0..<(try reader.readCount(size: reduction == .sum ? 12 : 8)) {
      let bucket = try reader.readBucket(&next, hasher)
      switch reduction {
      case .sum: values[bucket] = try reader.readDouble()
      case .mean: values[bucket] = Double(try reader.readFloat())
      }
    }
    try reader.finish()
    return (
      WordTable(
        hasher: hasher, reduction: reduction, neutralWords: neutralWords, values: values,
        intercept: intercept, calibration: calibration), parameters
    )
  }
}
