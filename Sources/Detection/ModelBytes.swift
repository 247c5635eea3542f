/// Writes the bytes of a model: little-endian numbers one after the other.
struct ModelWriter {
  /// The bytes so far.
  private(set) var bytes: [UInt8]

  /// Begins with the detector's name and the version of its layout.
  init(_ detector: String, layout: UInt32) {
    bytes = Array("nightlight \(detector)\n".utf8)
    write(layout)
  }

  mutating func write(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ value: Double) { write(value.bitPattern) }
  mutating func write(_ value: Float) { write(value.bitPattern) }

  mutating func write(_ values: [Double]) {
    write(UInt32(values.count))
    for value in values { write(value) }
  }

  mutating func write(_ parameters: [DetectorParameter]) {
    write(UInt32(parameters.count))
    for parameter in parameters {
      for text in [parameter.name, parameter.value] {
        write(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
      }
    }
  }

  mutating func write(bytes content: [UInt8]) {
    write(UInt32(content.count))
    bytes.append(contentsOf: content)
  }

  mutating func write(_ calibration: Calibration) {
    write(calibration.slope)
    write(calibration.intercept)
  }
}

/// Reads what ``ModelWriter`` wrote and refuses everything else with the offset.
struct ModelReader {
  private let detector: String
  private let bytes: [UInt8]
  private var offset: Int

  /// - Throws: where the bytes begin otherwise.
  init(_ detector: String, layout: UInt32, _ bytes: [UInt8]) throws(DetectionError) {
    let head = Array("nightlight \(detector)\n".utf8)
    (self.detector, self.bytes, offset) = (detector, bytes, head.count)
    guard bytes.starts(with: head) else {
      throw .invalidModel(
        detector: detector, reason: "offset 0: other bytes; expected a model of this detector")
    }
    let found = try read(UInt32.self)
    guard found == layout else { throw refuse("layout \(found)", expected: "layout \(layout)") }
  }

  /// The error for what stands at the current offset.
  func refuse(_ what: String, expected: String) -> DetectionError {
    .invalidModel(detector: detector, reason: "offset \(offset): \(what); expected \(expected)")
  }

  mutating func read<Value: FixedWidthInteger>(_: Value.Type) throws(DetectionError) -> Value {
    let size = Value.bitWidth / 8
    guard bytes.count - offset >= size else {
      throw refuse("the end of the bytes", expected: "\(size) more")
    }
    var value: Value = 0
    for index in 0..<size {
      value |= Value(truncatingIfNeeded: bytes[offset + index]) << (8 * index)
    }
    offset += size
    return value
  }

  mutating func readDouble() throws(DetectionError) -> Double {
    let value = Double(bitPattern: try read(UInt64.self))
    guard value.isFinite else { throw refuse("a number before is not finite", expected: "finite") }
    return value
  }

  mutating func readFloat() throws(DetectionError) -> Float {
    let value = Float(bitPattern: try read(UInt32.self))
    guard value.isFinite else { throw refuse("a number before is not finite", expected: "finite") }
    return value
  }

  /// A count whose items of `size` bytes the rest can hold.
  mutating func readCount(size: Int, limit: Int = .max) throws(DetectionError) -> Int {
    let count = Int(try read(UInt32.self))
    guard count <= limit, count <= (bytes.count - offset) / size else {
      throw refuse("a count of \(count)", expected: "as many items as follow")
    }
    return count
  }

  mutating func readDoubles() throws(DetectionError) -> [Double] {
    let count = try readCount(size: 8)
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try readDouble()) }
    return values
  }

  mutating func readParameters() throws(DetectionError) -> [DetectorParameter] {
    var parameters: [DetectorParameter] = []
    for _ in 0..<(try readCount(size: 8)) {
      let name = try readText()
      parameters.append(DetectorParameter(name, try readText()))
    }
    return parameters
  }

  mutating func readBytes() throws(DetectionError) -> [UInt8] {
    let count = try readCount(size: 1)
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  mutating func readCalibration() throws(DetectionError) -> Calibration {
    let slope = try readDouble()
    guard slope > 0 else { throw refuse("a slope of \(slope)", expected: "above 0") }
    return Calibration(slope: slope, intercept: try readDouble())
  }

  /// - Throws: where bytes are left over.
  func finish() throws(DetectionError) {
    guard offset == bytes.count else {
      throw refuse("\(bytes.count - offset) more bytes", expected: "the end")
    }
  }

  private mutating func readText() throws(DetectionError) -> String {
    let count = try readCount(size: 1)
    defer { offset += count }
    guard let text = String(validating: bytes[offset..<offset + count], as: UTF8.self) else {
      throw refuse("a text that is not UTF-8", expected: "UTF-8")
    }
    return text
  }
}
