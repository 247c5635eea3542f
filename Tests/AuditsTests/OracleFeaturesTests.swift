import Chat
import Foundation
import Testing

@testable import Audits

@Suite struct OracleFeaturesTests {
  @Test(arguments: [0.0, 1, 2, 3, 10, 999, 100_000])
  func theLogarithmAgreesWithTheLibrary(_ n: Double) {
    #expect(abs(OracleFeatures.logOnePlus(n) - log1p(n)) < 1e-12)
  }

  @Test func featuresAreSortedAndInRange() {
    let chunk = OracleTests.chunk(3, seed: 4)
    for index in chunk.conversations.indices {
      let values = OracleFeatures(chunk, conversation: index).values
      #expect(values.map(\.index) == values.map(\.index).sorted())
      #expect(values.allSatisfy { (0..<OracleFeatures.count).contains($0.index) && $0.value > 0 })
    }
  }

  @Test func aSignWithACueWithinFiveMessagesIsExplained() {
    let chunk = OracleTests.chunk(2, seed: 5)
    let bare = 20 + 800
    let unexplained = { (index: Int) in
      OracleFeatures(chunk, conversation: index).values.filter { $0.index >= bare + 20 }.count
    }
    #expect(unexplained(0) == 2, "secrecy and meeting, both of an adult, stand alone")
    #expect(unexplained(1) == 0)
  }
}
