import Foundation

/// A git repository of its own with a line of empty commits.
struct HistoryRepository {
  let folder: String
  /// The hashes of the main line, oldest first.
  private(set) var commits: [String] = []

  /// A new repository that lives until `body` ends.
  static func with<T>(commits: Int, _ body: (inout HistoryRepository) throws -> T) throws -> T {
    try Tool.inTemporaryFolder { folder in
      var repository = HistoryRepository(folder: folder)
      try repository.git("init", "-q", "-b", "main", ".")
      for number in 0..<commits { try repository.commit("commit \(number)") }
      return try body(&repository)
    }
  }

  /// Runs git and gives what it prints; its status must be 0.
  @discardableResult
  func git(_ words: String...) throws -> String {
    struct Failure: Error { var words: [String], error: String }
    let result = try Tool("git", in: folder, executable: "/usr/bin/env").run(
      ["git", "-c", "user.name=test", "-c", "user.email=test@example.org"] + words,
      environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"])
    guard result.status == 0 else { throw Failure(words: words, error: result.error) }
    return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Commits what is staged, or nothing.
  @discardableResult
  mutating func commit(_ message: String) throws -> String {
    try git("commit", "-q", "--allow-empty", "-m", message)
    commits.append(try git("rev-parse", "HEAD"))
    return commits[commits.count - 1]
  }

  /// Runs the tool in the repository.
  func perf(_ arguments: String...) throws -> Tool.Result {
    try Tool("nightlight-perf", in: folder).run(arguments)
  }

  /// A line of the history as `record` writes it.
  static func line(
    _ commit: String, _ value: Double, name: String = "allocations score svm",
    kind: String = "counted", unit: String = "allocations", better: String = "lower",
    environment: String = "c1a0b2d4e5f60718", date: String = "2026-11-25T14:00:00Z"
  ) -> String {
    """
    {"better":"\(better)","commit":"\(commit)","date":"\(date)","environment":"\(environment)",\
    "kind":"\(kind)","name":"\(name)","samples":[],"unit":"\(unit)","value":\(value),"version":1}

    """
  }

  /// Writes the history: one value per commit of the main line.
  func write(_ levels: [(Double, Int)], name: String = "allocations score svm") throws {
    let values = levels.flatMap { [Double](repeating: $0, count: $1) }
    try write(zip(commits, values).map { Self.line($0, $1, name: name) }.joined())
  }

  /// Writes the file of the history.
  func write(_ text: String) throws {
    let path = folder + "/Datasets/history"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/perf.jsonl"))
  }
}
