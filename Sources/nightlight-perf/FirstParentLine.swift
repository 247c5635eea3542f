import Benchmarking

/// The line of commits of the repository that the working directory is in, asked of git.
struct FirstParentLine {
  /// The first parents of HEAD, oldest first; empty without a repository.
  private let commits: [String]

  /// False where git knows no commit here: then dates order the points.
  var isKnown: Bool { !commits.isEmpty }

  /// The newest commit first.
  var newestFirst: ReversedCollection<[String]> { commits.reversed() }

  init() {
    commits = (try? Self.git(["rev-list", "--first-parent", "--reverse", "HEAD"])) ?? []
  }

  /// The line as some points need it: which of their commits are on other branches is asked too.
  func line(for points: [PerformancePoint]) throws -> CommitLine {
    guard isKnown else { return CommitLine() }
    let unknown = CommitLine(commits).unknown(in: points)
    var elsewhere: Set<String> = []
    // So many at once, since a command line has an end.
    for start in stride(from: 0, to: unknown.count, by: 500) {
      let some = unknown[start..<min(start + 500, unknown.count)]
      elsewhere.formUnion(
        try Self.git(["rev-list", "--no-walk", "--ignore-missing"] + some + ["--"]))
    }
    return CommitLine(commits, elsewhere: elsewhere)
  }

  /// The full hash that a revision means; nil for none of the repository's.
  static func hash(of revision: String) -> String? {
    // A revision that begins with a dash is no option.
    let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"]
    return (try? git(words))?.first
  }

  private static func git(_ words: [String]) throws -> [String] {
    try ChildProcess.run(["git"] + words).split(separator: "\n").map(String.init)
  }
}
