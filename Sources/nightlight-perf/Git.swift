import Foundation

/// What the performance watch asks git, and the two things it has it do: make and drop a worktree.
struct Git {
  /// The folder of the repository.
  let root: String

  /// The repository that the working directory is in; nil without git or outside of one.
  init?() {
    guard let path = try? Self.run(["rev-parse", "--show-toplevel"]) else { return nil }
    root = path
  }

  /// The full hash that a revision names; nil where it names no commit here.
  func hash(of revision: String) -> String? {
    // The end of options: a revision that begins with a dash is no option.
    try? Self.run([
      "-C", root, "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
    ])
  }

  /// A commit and its ancestors, the nearest first; as far as a shallow clone reaches.
  func ancestors(of hash: String) throws -> [String] {
    try Self.run(["-C", root, "rev-list", "--topo-order", hash]).split(separator: "\n")
      .map(String.init)
  }

  /// A revision and its first parents, the oldest first.
  func firstParents(of revision: String) throws -> [String] {
    try Self.run(["-C", root, "rev-list", "--first-parent", "--reverse", revision])
      .split(separator: "\n").map(String.init)
  }

  /// Which of some full hashes are commits of this repository.
  func known(among hashes: [String]) throws -> Set<String> {
    var known: Set<String> = []
    // So many at once, since a command line has an end.
    for start in stride(from: 0, to: hashes.count, by: 500) {
      let some = hashes[start..<min(start + 500, hashes.count)]
      let words = ["-C", root, "rev-list", "--no-walk", "--ignore-missing"] + some + ["--"]
      known.formUnion(try Self.run(words).split(separator: "\n").map(String.init))
    }
    return known
  }

  /// Whether history before the oldest commit here was cut off.
  var isShallow: Bool {
    (try? Self.run(["-C", root, "rev-parse", "--is-shallow-repository"])) == "true"
  }

  /// Paths that differ from the commit or that it does not know, the history of figures left out.
  func changedPaths() throws -> [String] {
    try Self.run([
      "-C", root, "status", "--porcelain", "--", ".", ":(exclude)Datasets/history",
    ]).split(separator: "\n").map { String($0.dropFirst(3)) }
  }

  /// Makes a worktree of a commit in a folder that does not exist yet; by force, since one that was
  /// there may have been removed behind git's back.
  func addWorktree(_ hash: String, at path: String) throws {
    _ = try Self.run(["-C", root, "worktree", "add", "--quiet", "--force", "--detach", path, hash])
  }

  /// Drops a worktree and its folder.
  func removeWorktree(at path: String) throws {
    _ = try Self.run(["-C", root, "worktree", "remove", "--force", path])
  }

  /// What git says, without white space at the end.
  private static func run(_ words: [String]) throws -> String {
    let output = try ChildProcess.run(["git"] + words, timeout: .seconds(120))
    return String(output.reversed().drop(while: \.isWhitespace).reversed())
  }
}
