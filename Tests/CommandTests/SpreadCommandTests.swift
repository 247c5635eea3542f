import Foundation
import Testing

/// Tables over seeds and slices, from real runs.
@Suite struct SpreadCommandTests {
  @Test func corporaOfOneRecipeGiveTheSpreadBetweenTheirSeeds() throws {
    try Tool.inTemporaryFolder { folder in
      let recipe = Tool.root.appending(path: "Datasets/recipes/smoke.json").path
      let corpus = Tool("nightlight-corpus", in: folder)
      let bench = Tool("nightlight-bench", in: folder)
      let report = Tool("nightlight-report", in: folder)
      for seed in ["1", "2"] {
        let made = try corpus.run(
          [
            "generate", "--recipe", recipe, "--seed", seed, "--conversations", "60", "--name",
            "any-\(seed)",
          ])
        try #require(made.status == 0, "\(made.error)")
        let run = try bench.run(
          ["run", "--corpus", "any-\(seed)", "--detectors", "naive-bayes,lexicon", "--repeat", "2"])
        try #require(run.status == 0, "\(run.error)")
      }
      let spread = try report.run(["table", "--spread", "--metrics", "auroc"])
      #expect(spread.status == 0, "\(spread.error)")
      #expect(spread.output.contains("Corpus seeds 1, 2."))
      let rows = spread.output.split(separator: "\n").filter { $0.contains("| auroc |") }
      #expect(rows.count == 2 && rows.allSatisfy { $0.hasSuffix("| 2 | 2 |") }, "\(rows)")
      // Neither of the two draws while it trains.
      #expect(rows.allSatisfy { $0.contains("| 0.000 |") }, "\(rows)")
      let csv = try report.run(["table", "--spread", "--format", "csv"])
      #expect(csv.output.contains("smoke,template-ood,lexicon,threshold,full,f1,auroc,"))

      let slices = try report.run(["table", "--slices", "--corpus", "any-1", "--split", "test"])
      #expect(slices.status == 0, "\(slices.error)")
      #expect(slices.output.contains("| locale | en | "), "\(slices.output)")
      #expect(slices.output.contains("| kind | hard-negative | "))
      #expect(slices.output.contains(" messages | "))
      #expect(slices.output.contains("| authors | 2 authors | "))
    }
  }

  @Test(arguments: [
    (["--spread", "--slices"], "choose one"), (["--slices", "--metrics", "f1"], "choose one"),
    (["--spread", "--data", "t.json"], "leave --data out"),
    (["--spread", "--metrics", "f1@iid"], "no metric with '@'"),
    (["--metrics", "f1", "--format", "csv"], "--metrics prints Markdown"),
  ])
  func tablesThatExcludeEachOtherAreRefused(words: [String], sentence: String) throws {
    try Tool.inTemporaryFolder { folder in
      let result = try Tool("nightlight-report", in: folder).run(["table"] + words)
      #expect(result.status == 64)
      #expect(result.error.contains(sentence), "\(result.error)")
    }
  }
}
