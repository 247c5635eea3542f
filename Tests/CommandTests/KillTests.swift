import Foundation
import SQLite
import Testing

/// A killed command loses nothing that was committed, and the command run again completes.
@Suite(.serialized) struct KillTests {
  /// What is killed, and what shows its result afterwards.
  struct Work: Sendable, CustomTestStringConvertible {
    var tool: String
    var arguments: [String]
    var check: @Sendable (Workplace) throws -> String
    var testDescription: String { "\(tool) \(arguments[0])" }
  }

  static let smoke = Tool.root.appending(path: "Datasets/recipes/smoke.json").path

  static let works = [
    Work(
      tool: "nightlight-corpus",
      arguments: ["import", "--format", "jsonl", "tiny.jsonl", "--name", "again"],
      check: { try export("again", $0) }),
    Work(
      tool: "nightlight-corpus",
      arguments: ["generate", "--recipe", smoke, "--conversations", "30", "--name", "made"],
      check: { try export("made", $0) }),
    Work(
      tool: "nightlight-corpus",
      arguments: ["perturb", "tiny", "--kind", "typos", "--level", "0.05", "--name", "noisy"],
      check: { try export("noisy", $0) }),
    Work(
      tool: "nightlight-bench",
      arguments: ["run", "--corpus", "tiny", "--detectors", "naive-bayes,shortcut"],
      check: { place in
        let runs = try place.run(
          "nightlight-bench",
          ["run", "--corpus", "tiny", "--detectors", "naive-bayes,shortcut", "--json"])
        return try metrics(runs.output)
      }),
    Work(
      tool: "nightlight-report", arguments: ["build", "--output", "report"],
      check: { place in
        let page = try Data(contentsOf: place.url("report/index.html"))
        return "\(page.count > 1000) \(try place.files())"
      }),
  ]

  @Test(arguments: works)
  func theSecondTryEndsLikeAnUndisturbedOne(_ work: Work) throws {
    let (expected, duration) = try Workplace.with { place in
      try prepare(place, work)
      let start = ContinuousClock.now
      let result = try place.run(work.tool, work.arguments)
      let duration = ContinuousClock.now - start
      #expect(result.status == 0, "\(result.error)")
      return (try work.check(place), duration)
    }
    for attempt in 0..<5 {
      try Workplace.with { place in
        try prepare(place, work)
        let delay = duration * Double.random(in: 0..<1)
        let (process, _, _) = try Tool(work.tool, in: place.folder).start(work.arguments)
        Thread.sleep(
          forTimeInterval: Double(delay.components.seconds)
            + Double(delay.components.attoseconds) * 1e-18)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try checkIntegrity(place)
        let killed = process.terminationReason == .uncaughtSignal
        let again = try place.run(work.tool, work.arguments + (killed ? [] : ["--quiet"]))
        // An import that had ended before the kill finds its corpus there.
        let isThere = !killed || again.error.contains("again")
        #expect(again.status == 0 || isThere, "attempt \(attempt), \(delay): \(again.error)")
        #expect(try work.check(place) == expected, "attempt \(attempt), killed after \(delay)")
      }
    }
  }

  /// The corpus, and for reports a run.
  private func prepare(_ place: Workplace, _ work: Work) throws {
    let imported = try place.run(
      "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "tiny"])
    try #require(imported.status == 0, "\(imported.error)")
    guard work.tool == "nightlight-report" else { return }
    let run = try place.run(
      "nightlight-bench", ["run", "--corpus", "tiny", "--detectors", "naive-bayes,shortcut"])
    try #require(run.status == 0, "\(run.error)")
  }

  private func checkIntegrity(_ place: Workplace) throws {
    let database = try Connection(path: place.url("nightlight.sqlite").path)
    #expect(try database.integrityFailures() == [])
  }

  private static func export(_ name: String, _ place: Workplace) throws -> String {
    let result = try place.run("nightlight-corpus", ["export", name, "--output", "-"])
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  /// Metrics and policies of runs, without what wall clocks decide.
  private static func metrics(_ json: String) throws -> String {
    let runs = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    return runs.map { run in
      "\(run["detector"] ?? "") \(run["policy_parameters"] ?? "") "
        + (run["metrics"] as? [String: Any] ?? [:]).sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
