import Testing

@testable import Detection

@Suite struct ModelBytesTests {
  static func sample() -> [UInt8] {
    var writer = ModelWriter("sample", layout: 3)
    writer.write([DetectorParameter("C", "1.0"), DetectorParameter("ü", "")])
    writer.write([1.5, -0.0, .greatestFiniteMagnitude])
    writer.write(Calibration(slope: 2, intercept: -1))
    writer.write(Float(0.1))
    writer.write(UInt8(7))
    writer.write(bytes: [0, 255, 10])
    return writer.bytes
  }

  @Test func everythingComesBack() throws {
    var reader = try ModelReader("sample", layout: 3, Self.sample())
    #expect(
      try reader.readParameters() == [DetectorParameter("C", "1.0"), DetectorParameter("ü", "")])
    #expect(try reader.readDoubles() == [1.5, -0.0, .greatestFiniteMagnitude])
    #expect(try reader.readCalibration() == Calibration(slope: 2, intercept: -1))
    #expect(try reader.readFloat() == 0.1)
    #expect(try reader.read(UInt8.self) == 7)
    #expect(try reader.readBytes() == [0, 255, 10])
    try reader.finish()
  }

  @Test func otherNamesLayoutsAndLengthsAreRefusedWithTheOffset() {
    let bytes = Self.sample()
    #expect(throws: DetectionError.self) { try ModelReader("other", layout: 3, bytes) }
    #expect(throws: DetectionError.self) { try ModelReader("sample", layout: 4, bytes) }
    #expect(throws: DetectionError.self) { try ModelReader("sample", layout: 3, []) }
    #expect(throws: DetectionError.self) {
      try ModelReader("sample", layout: 3, bytes).finish()
    }
    #expect {
      try ModelReader("sample", layout: 3, Array(bytes.prefix(19)))
    } throws: { error in
      "\(error)" == "model of 'sample': offset 18: the end of the bytes; expected 4 more"
    }
  }

  @Test func numbersThatAreNotFiniteAreRefused() throws {
    var writer = ModelWriter("sample", layout: 1)
    writer.write(Double.nan)
    writer.write(Float.infinity)
    var reader = try ModelReader("sample", layout: 1, writer.bytes)
    #expect(throws: DetectionError.self) { try reader.readDouble() }
    #expect(throws: DetectionError.self) { try reader.readFloat() }
  }

  @Test func aCountBeyondTheBytesIsRefusedBeforeAnythingIsAllocated() throws {
    var writer = ModelWriter("sample", layout: 1)
    writer.write(UInt32.max)
    var reader = try ModelReader("sample", layout: 1, writer.bytes)
    var again = reader
    #expect(throws: DetectionError.self) { try reader.readDoubles() }
    #expect(throws: DetectionError.self) { try again.readBytes() }
  }
}
