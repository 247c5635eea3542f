import Benchmarking

/// The line of commits of the repository that the working directory is in, asked of git.
struct FirstParentLine {
  /// The first parents of HEAD, oldest first; empty without a repository.
  private let commits: [String]

  /// False where git knows no commit here: then dates order the points.
  var isKnown: Bool { !commits.isEmpty }

  /// The newest commit first.
  var newestFirst: ReversedCollection<[String]> { commits.reversed() }

  private let git: Git?

  init() {
    git = Git()
    commits = (try? git?.firstParents(of: "HEAD")) ?? []
  }

  /// The line as some points need it: which of their commits are on other branches is asked too.
  func line(for points: [PerformancePoint]) throws -> CommitLine {
    guard let git, isKnown else { return CommitLine() }
    let unknown = CommitLine(commits).unknown(in: points)
    return CommitLine(commits, elsewhere: try git.known(among: unknown))
  }

  /// The full hash that a revision means; nil for none of the repository's.
  func hash(of revision: String) -> String? { git?.hash(of: revision) }
}
