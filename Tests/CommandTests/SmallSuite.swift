import Benchmarking
import Chat
import Foundation
import Testing

/// A folder with a suite of quick cases on sixty generated conversations.
struct SmallSuite {
  let place: Workplace
  let bytes: Int
  let messages: Int
  private let sha256: String

  /// A new folder that lives until `body` ends.
  static func with<T>(_ body: (SmallSuite) throws -> T) throws -> T {
    try Workplace.with { place in
      let made = try place.run(
        "nightlight-corpus",
        ["generate", "--recipe", recipe, "--conversations", "60", "--output", "small.jsonl"])
      try #require(made.status == 0, "\(made.error)")
      let data = [UInt8](try Data(contentsOf: place.url("small.jsonl")))
      let text = String(decoding: data, as: UTF8.self)
      let suite = SmallSuite(
        place: place, bytes: data.count, messages: text.ranges(of: "\"author\":").count,
        sha256: SHA256.hex(SHA256.digest(of: data)))
      try suite.write()
      return try body(suite)
    }
  }

  /// Writes the suite, right or with something wrong in it.
  func write(messages: Int? = nil, sha256: String? = nil) throws {
    let messages = messages ?? self.messages
    func item(_ name: String, _ component: String, _ expected: Int?, _ more: String = "") -> String
    {
      """
      {"name": "\(name)", "kind": "counted", "component": "\(component)", "version": 1,
       "unit": "", "direction": "lower", "gate": 0.01\(more)
       \(expected.map { ", \"corpus\": \"small\", \"expect\": \($0)" } ?? "")}
      """
    }
    let detectors = ", \"detectors\": [\"naive-bayes\"]"
    let quality = ["f1", "average-precision"].map { name in
      item(name, "detect", 12, detectors).replacing(
        "\"counted\"", with: "\"quality\""
      ).replacing(", \"gate\": 0.01", with: "").replacing("lower", with: "higher")
    }
    let timed = item("cpu read", "read", messages).replacing("\"counted\"", with: "\"timed\"")
      .replacing(", \"gate\": 0.01", with: "")
    let cases =
      [
        item("allocations read", "read", messages),
        item("allocations score", "score", messages, detectors),
        item("peak-rss read", "read", messages),
        item("model-bytes", "train", 48, detectors),
        item("binary-bytes nightlight-perf", "binary", nil),
        item("database-rows small", "store", messages),
        item("file-bytes small", "generate", bytes),
      ] + quality + [timed]
    try place.write(
      "cases.json",
      """
      {"corpora": {"small": {"recipe": "\(Self.recipe)", "seed": 1, "conversations": 60,
                             "sha256": "\(sha256 ?? self.sha256)"}},
       "cases": [\(cases.joined(separator: ",\n"))]}
      """)
  }

  /// Runs nightlight-perf on the suite.
  func run(_ words: [String]) throws -> Tool.Result {
    try place.run("nightlight-perf", words + ["--suite", "cases.json"])
  }

  /// The points that a command prints.
  func points(_ words: [String]) throws -> [PerformancePoint] {
    let result = try run(words + ["--json"])
    try #require(result.status == 0, "\(result.error)")
    return try JSONDecoder().decode([PerformancePoint].self, from: Data(result.output.utf8))
  }

  private static var recipe: String {
    Tool.root.appending(path: "Datasets/recipes/smoke.json").path
  }
}
