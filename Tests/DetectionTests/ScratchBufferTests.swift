import Testing

@testable import Detection

@Suite struct ScratchBufferTests {
  @Test func aLongMessageGivesItsMemoryBack() {
    var small = [UInt32](repeating: 1, count: 1000)
    small.clearScratch()
    #expect(small.isEmpty && small.capacity >= 1000)
    var large = [UInt32](repeating: 1, count: 100_000)
    large.clearScratch()
    #expect(large.isEmpty && large.capacity * 4 <= ScratchBuffer.maximumBytes)
  }
}
