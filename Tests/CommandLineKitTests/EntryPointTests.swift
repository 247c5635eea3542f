import Glibc
import Testing

@testable import CommandLineKit

@Suite struct EntryPointTests {
  @Test func aBadDescriptorGivesItsErrorNumber() {
    #expect(writeAll([1], to: -1) == EBADF)
    #expect(writeAll([], to: -1) == 0)
  }

  @Test func allBytesArriveThroughAPipe() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(writeAll(Array("abc".utf8), to: ends[1]) == 0)
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(ends[0], &bytes, 8) == 3)
    #expect(bytes.prefix(3) == [97, 98, 99])
    close(ends[0])
  }
}
