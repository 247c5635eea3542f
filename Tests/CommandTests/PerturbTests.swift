import Foundation
import Testing

/// `nightlight-corpus perturb` as a user meets it.
@Suite struct PerturbTests {
  private func inCorpus<T>(_ body: (Workplace) throws -> T) throws -> T {
    try Workplace.with { place in
      let made = try place.run(
        "nightlight-corpus",
        ["generate", "--recipe", KillTests.smoke, "--conversations", "60", "--name", "made"])
      try #require(made.status == 0, "\(made.error)")
      return try body(place)
    }
  }

  private func perturb(_ place: Workplace, _ words: [String]) throws -> Tool.Result {
    try place.run("nightlight-corpus", ["perturb", "made"] + words)
  }

  @Test func theParentIsShown() throws {
    try inCorpus { place in
      let result = try perturb(place, ["--kind", "typos", "--level", ".05", "--json"])
      #expect(result.status == 0, "\(result.error)")
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      #expect(answer["name"] as? String == "made-typos-0.05")
      let noise = try #require(answer["noise"] as? [String: Int])
      #expect(try #require(noise["messages_changed"]) > 0)
      let list = try place.run("nightlight-corpus", ["list", "--json"])
      let corpora = try #require(
        try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
      let derived = try #require(corpora.last?["derived_from"] as? [String: Any])
      #expect(derived["corpus"] as? String == "made")
      #expect(derived["content_sha256"] as? String == corpora.first?["content_sha256"] as? String)
      #expect(derived["kind"] as? String == "typos")
      #expect(derived["level"] as? Double == 0.05)
      #expect(derived["seed"] as? Int == 1)
      #expect((derived["splits"] as? [String])?.contains("test") == true)
      #expect(corpora.first?["derived_from"] is NSNull)
      for words in [
        ["list"], ["stats", "made-typos-0.05"], ["show", "made-typos-0.05", "c000001"],
      ] {
        let text = try place.run("nightlight-corpus", words)
        #expect(text.output.contains("typos"), "\(words): \(text.output) \(text.error)")
      }
    }
  }

  @Test(arguments: [
    ["--kind", "padding", "--level", "10"], ["--kind", "drop", "--level", "0.2"],
    ["--kind", "homoglyphs", "--level", "0.05"], ["--kind", "anonymise", "--level", "names"],
  ])
  func theFileIsWhatTheDatabaseHoldsAndPassesTheGate(_ words: [String]) throws {
    try inCorpus { place in
      let stored = try perturb(place, words + ["--name", "noisy"])
      #expect(stored.status == 0, "\(stored.error)")
      let file = try perturb(place, words + ["--output", "noisy.jsonl"])
      #expect(file.status == 0, "\(file.error)")
      let exported = try place.run("nightlight-corpus", ["export", "noisy", "--output", "-"])
      #expect(try Data(contentsOf: place.url("noisy.jsonl")) == Data(exported.output.utf8))
      let checked = try place.run("nightlight-corpus", ["verify", "noisy"])
      #expect(checked.status == 0, "\(checked.output)")
      let back = try place.run(
        "nightlight-corpus", ["import", "--format", "jsonl", "noisy.jsonl", "--name", "back"])
      #expect(back.status == 0, "\(back.error)")
      let again = try place.run("nightlight-corpus", ["export", "back", "--output", "-"])
      #expect(again.output == exported.output)
    }
  }

  @Test(arguments: [
    (["--kind", "typos", "--level", "2"], Int32(64), "a share, more than 0 and at most 1"),
    (["--kind", "else", "--level", "1"], 64, "typos"),
    (["--kind", "typos", "--level", "0.1", "--splits", "train"], 64, "--splits"),
    (["--kind", "typos", "--level", "0.1", "--splits", "test-language"], 1, "test-language"),
    (["--kind", "typos", "--level", "0.1", "--output", "x", "--name", "y"], 64, "--name"),
    (["--kind", "typos", "--level", "0.1", "--output", "-", "--json"], 64, "--json"),
    (["--kind", "typos", "--level", "0.1", "--name", "made"], 1, "'made' is there already"),
    (["--kind", "typos", "--level", "0.1", "--locale", "en"], 0, ""),
  ])
  func whatIsWrongIsSaid(_ words: [String], _ status: Int32, _ says: String) throws {
    try inCorpus { place in
      let result = try perturb(place, words)
      #expect(result.status == status, "\(result.error)")
      #expect(says.isEmpty || result.error.contains(says), "\(result.error)")
      #expect(try place.files().contains("x") == false)
    }
  }

  @Test func aRunTrainsOnCleanAndTestsOnNoisyText() throws {
    try Workplace.with { place in
      let imported = try place.run(
        "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "made"])
      try #require(imported.status == 0, "\(imported.error)")
      let noisy = try perturb(place, ["--kind", "case", "--level", "upper"])
      #expect(noisy.status == 0, "\(noisy.error)")
      let run = try place.run(
        "nightlight-bench", ["run", "--corpus", "made-case-upper", "--detectors", "naive-bayes"])
      #expect(run.status == 0, "\(run.error)")
    }
  }
}
