import Chat
import Foundation
import Testing

@testable import CorpusGeneration

@Suite struct ChainLawTests {
  private static let path = Miniature.datasets + "/structure/chain.json"

  /// What is said of the data with one piece of text replaced.
  private func refusal(_ old: String, _ new: String) throws -> String? {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    #expect(text.contains(old), "nothing to replace")
    let path = NSTemporaryDirectory() + "nightlight-chain-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.replacingOccurrences(of: old, with: new).write(
      toFile: path, atomically: true, encoding: .utf8)
    return failure { _ = try ChainLaw(path: path) }
  }

  @Test func every_stage_leads_on_with_certainty() throws {
    let law = try ChainLaw(path: Self.path)
    for row in law.transition {
      #expect(row.count == ChainLaw.stages.count + 1)
      #expect(zip(row, row.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(abs((row.last ?? 0) - 1) < 1e-9)
    }
    // The published matrix: contact goes to rapport in seven of ten.
    #expect(abs(law.transition[0][1] - 0.7) < 1e-9)
  }

  @Test func critical_signs_stand_in_one_group_and_soft_ones_in_none() throws {
    let law = try ChainLaw(path: Self.path)
    #expect(law.groups == 5)
    for (index, sign) in ChainLaw.signs.enumerated() {
      let isCritical = law.critical >> UInt32(index) & 1 == 1
      #expect(isCritical == (law.group[index] >= 0))
      #expect(!(isCritical && law.soft.rawValue >> UInt32(index) & 1 == 1), "\(sign.rawValue)")
    }
    let secrecy = ChainLaw.signs.firstIndex(of: .secrecyRequest) ?? 0
    let move = ChainLaw.signs.firstIndex(of: .privateChannelMove) ?? 0
    #expect(law.group[secrecy] == law.group[move])
    #expect(!ChainLaw.signs.contains(.withheld))
  }

  @Test func mistakes_are_told_with_what_was_expected() throws {
    #expect(
      try refusal("\"contact\", \"rapport\"", "\"rapport\", \"contact\"")?
        .contains("expected the stages contact, rapport") == true)
    #expect(
      try refusal("[\"supervision-probe\"]", "[\"else\"]")?.contains("unknown sign 'else'") == true)
    #expect(try refusal("\"window\": 5", "\"window\": 0") != nil)
  }
}
