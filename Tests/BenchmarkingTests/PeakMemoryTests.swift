import Benchmarking
import Testing

struct PeakMemoryTests {
  @Test func aLargeBufferRaisesThePeak() {
    let before = PeakMemory.bytes
    #expect(before > 1 << 20)
    // Larger than the peak so far, and every page written.
    let buffer = [UInt8](repeating: 1, count: before + (32 << 20))
    blackHole(buffer)
    #expect(PeakMemory.bytes >= before + (16 << 20))
  }

  @Test func thePeakOfThisProgramAloneIsNoHigherThanThatOfItsProcess() throws {
    let own = try #require(PeakMemory.ownBytes)
    #expect(own > 1 << 20)
    // The system counts both at page granularity and at different moments.
    #expect(own <= PeakMemory.bytes + (1 << 20))
  }
}
