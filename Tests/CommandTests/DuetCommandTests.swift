import Foundation
import Testing

/// `nightlight-perf compare` from commits to verdict: worktrees, builds, workers, exit status. The
/// builds are of a small package whose nightlight-perf answers with made-up times, so that nothing
/// here is timed.
@Suite struct DuetCommandTests {
  private static let manifest = """
    // swift-tools-version: 5.9
    import PackageDescription
    let package = Package(name: "Small", targets: [.executableTarget(name: "nightlight-perf")])
    """

  private static let suite = """
    {"corpora": {"none": {"recipe": "none.json", "seed": 1, "conversations": 1, "sha256": ""}},
     "cases": [{"name": "cpu read", "kind": "timed", "component": "read", "corpus": "none",
                "version": 1, "unit": "ns", "direction": "lower", "expect": 1},
               {"name": "cpu store", "kind": "timed", "component": "store", "corpus": "none",
                "version": 1, "unit": "ns", "direction": "lower", "expect": 1}]}
    """

  /// A worker that knows two cases; reading takes `nanoseconds`, and a little more every third time,
  /// storing is defined as `version` says.
  private static func worker(_ nanoseconds: Int, version: Int) -> String {
    """
    import Glibc
    setvbuf(stdout, nil, _IOLBF, 0)
    print("[{\\"name\\":\\"cpu read\\",\\"kind\\":\\"timed\\",\\"version\\":1},"
      + "{\\"name\\":\\"cpu store\\",\\"kind\\":\\"timed\\",\\"version\\":\(version)}]")
    var count = Int(getpid())
    while let name = readLine() {
      count += 1
      print(name == "cpu read" ? "{\\"value\\":\\(\(nanoseconds) + count % 3)}" : "{\\"value\\":500}")
    }
    """
  }

  @Test func aSlowerCommitIsFoundAndEqualOnesAreEqual() throws {
    try Workplace.with { place in
      let files = FileManager.default
      for folder in ["Sources/nightlight-perf", "Datasets/benchmarks"] {
        try files.createDirectory(at: place.url(folder), withIntermediateDirectories: true)
      }
      try place.write("Package.swift", Self.manifest)
      try place.write("Datasets/benchmarks/cases.json", Self.suite)
      try place.write(".gitignore", ".*\nBuild/\n")
      try git(place, ["init", "--quiet"])
      let first = try commit(place, Self.worker(10_000, version: 1))
      let second = try commit(place, Self.worker(10_500, version: 2))

      let compare = ["compare", "--kinds", "timed", "--blocks", "8", "--base", first]
      let slower = try place.run("nightlight-perf", compare)
      #expect(slower.status == 2, "\(slower.output)\(slower.error)")
      #expect(slower.output.contains("Worse: cpu read."), "\(slower.output)")
      #expect(slower.output.contains("\(first.prefix(10)) → \(second.prefix(10))"))
      #expect(slower.error.contains("Left out cpu store: only one side has it, or another version"))

      // Both were built; nothing is built again, and no worktree is left.
      let equal = try place.run("nightlight-perf", compare + ["--head", first])
      #expect(equal.status == 0, "\(equal.output)\(equal.error)")
      #expect(!equal.error.contains("Building"), "\(equal.error)")
      #expect(try git(place, ["worktree", "list"]).split(separator: "\n").count == 1)
      let faster = try place.run(
        "nightlight-perf",
        ["compare", "--kinds", "timed", "--base", second, "--head", first, "--json"])
      #expect(faster.status == 4, "\(faster.output)\(faster.error)")
      #expect(faster.output.contains("\"verdict\":\"better\""), "\(faster.output)")
    }
  }

  @discardableResult
  private func git(_ place: Workplace, _ words: [String]) throws -> String {
    let result = try Tool("git", in: place.folder, executable: "/usr/bin/env").run(
      ["git", "-c", "user.name=test", "-c", "user.email=test@localhost"] + words)
    try #require(result.status == 0, "\(result.error)")
    return result.output
  }

  /// Commits a worker and gives the hash.
  private func commit(_ place: Workplace, _ worker: String) throws -> String {
    try place.write("Sources/nightlight-perf/main.swift", worker)
    try git(place, ["add", "--all"])
    try git(place, ["commit", "--quiet", "-m", "worker"])
    return try git(place, ["rev-parse", "HEAD"]).trimmingCharacters(in: .newlines)
  }
}
