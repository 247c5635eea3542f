import Testing

@testable import Store

struct PredictionRecordTests {
  @Test func scoresArePackedLittleEndian() {
    let record = PredictionRecord(
      conversation: "c", score: 1, alertMessage: nil, messageScores: [1, -2])
    #expect(record.packedScores == [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0])
  }

  @Test func everyBitComesBack() {
    let scores = [0.0, -0.0, 1 / 3, .nan, .infinity, .leastNonzeroMagnitude]
    let record = PredictionRecord(
      conversation: "c", score: nil, alertMessage: nil, messageScores: scores)
    let found = record.packedScores.withUnsafeBufferPointer { PredictionRecord.unpack($0) }
    #expect(found?.map(\.bitPattern) == scores.map(\.bitPattern))
  }

  @Test func aTornListIsNone() {
    #expect([UInt8](repeating: 0, count: 9).withUnsafeBufferPointer(PredictionRecord.unpack) == nil)
  }
}
