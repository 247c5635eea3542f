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
}
