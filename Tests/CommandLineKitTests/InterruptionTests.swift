import CommandLineKit
import Testing

@Suite struct InterruptionTests {
  @Test func nothingIsRequestedAtFirst() throws {
    #expect(!Interruption.isRequested)
    try Interruption.check()
  }
}
