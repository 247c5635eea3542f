import Foundation
import Testing

@testable import CorpusGeneration

@Suite struct PositiveKindsTests {
  private func kinds(_ text: String) throws -> PositiveKinds {
    let path = NSTemporaryDirectory() + "nightlight-kinds-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try PositiveKinds(path: path)
  }

  @Test func kinds_that_follow_from_other_draws_have_no_share() throws {
    let kinds = try PositiveKinds(path: Miniature.datasets + "/structure/positives.json")
    #expect(kinds.share(.slow) == 0.1)
    #expect(kinds.share(.roleReversal) == 0)
    #expect(kinds.shares.count == PositiveKinds.Kind.allCases.count)
  }

  @Test func every_kind_is_listed_and_no_other() {
    #expect(
      failure { _ = try kinds(#"{"kinds": [{"kind": "slow"}]}"#) }?
        .contains("kind 'very-short' is missing") == true)
    #expect(
      failure { _ = try kinds(#"{"kinds": [{"kind": "else"}]}"#) }?
        .contains(":1: unknown kind 'else'") == true)
    #expect(
      failure { _ = try kinds(#"{"kinds": [{"kind": "slow", "share": 2}]}"#) } != nil)
  }
}
