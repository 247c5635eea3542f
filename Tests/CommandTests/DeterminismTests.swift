import Chat
import Foundation
import Testing

/// The bytes of a corpus depend on recipe and seed alone.
@Suite struct DeterminismTests {
  /// SHA-256 of `smoke.json` cut to 40 relationships. A change of generator, grammar or recipe that
  /// alters a byte changes it: then say in the commit why, and write the new one here.
  static let golden = "9899513a29122a684453cfb1b20fcea1b32c387be33057d4c5e5e9f2cc4372dc"

  private func generate(_ place: Workplace, _ words: [String]) throws -> [UInt8] {
    let result = try place.run(
      "nightlight-corpus",
      ["generate", "--recipe", KillTests.smoke, "--conversations", "40", "--output", "out.jsonl"]
        + words)
    try #require(result.status == 0, "\(result.error)")
    return Array(try Data(contentsOf: place.url("out.jsonl")))
  }

  @Test func threadsAndShardsChangeNoByte() throws {
    try Workplace.with { place in
      let one = try generate(place, ["--threads", "1"])
      #expect(try generate(place, ["--threads", "2"]) == one)
      let shards = try (1...7).flatMap { try generate(place, ["--shard", "\($0)/7"]) }
      #expect(shards == one)
      #expect(SHA256.hex(SHA256.digest(of: one)) == Self.golden)
      #expect(try generate(place, ["--seed", "2"]) != one)
    }
  }

  @Test func theDatabaseGivesBackWhatTheGeneratorWrote() throws {
    try Workplace.with { place in
      let file = try generate(place, [])
      let stored = try place.run(
        "nightlight-corpus",
        ["generate", "--recipe", KillTests.smoke, "--conversations", "40", "--name", "made"])
      #expect(stored.status == 0, "\(stored.error)")
      let exported = try place.run("nightlight-corpus", ["export", "made", "--output", "-"])
      #expect(Array(exported.output.utf8) == file)
    }
  }
}
