import Chat
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

  @Test func aStageIsItsPlaceInTheList() {
    let bytes: [UInt8] = [0, 3, 8, 3]
    let stages = bytes.withUnsafeBufferPointer(PredictionRecord.unpackStages)
    #expect(stages == [.ordinary, .riskCheck, .exit, .riskCheck])
    #expect([UInt8]().withUnsafeBufferPointer(PredictionRecord.unpackStages) == [])
  }

  @Test func everyStageComesBackAndNoOtherByteIsOne() {
    for byte in UInt8.min...UInt8.max {
      let stages = [0, byte].withUnsafeBufferPointer(PredictionRecord.unpackStages)
      let expected = Stage.allCases.first { $0.index == Int(byte) }
      #expect(stages == expected.map { [.ordinary, $0] }, "\(byte)")
    }
  }

  @Test func aRecordHasNoStagesUnlessSaid() {
    let silent = PredictionRecord(conversation: "c", score: 1, alertMessage: nil)
    #expect(silent.messageStages == [])
    #expect(
      silent
        != PredictionRecord(
          conversation: "c", score: 1, alertMessage: nil, messageStages: [.ordinary]))
  }
}
