import Benchmarking
import Foundation

/// A built commit, or the built work tree: programs, and the data that they run on.
///
/// What was built of a commit is kept in `Build/duet/<hash>`: programs and `Datasets` alone, so that
/// the next comparison with it builds nothing. The folder may be removed at any time.
struct Revision {
  /// The full hash; nil for a work tree with changes.
  let hash: String?
  /// Where the programs are.
  let binaries: String
  /// Where `Datasets` is: the directory to run them in.
  let directory: String
  /// Where the worker keeps generated inputs and models.
  let inputs: String

  /// As short as a person reads it.
  var name: String { hash.map { String($0.prefix(10)) } ?? "the work tree" }
  var perf: String { binaries + "/nightlight-perf" }

  private static let flags = [
    "-c", "release", "-j", "\(ProcessInfo.processInfo.activeProcessorCount)",
    "-Xswiftc", "-cross-module-optimization",
  ]

  /// The tools of a commit, built in a worktree of its own with the flags of `make build` unless they
  /// were before.
  init(commit hash: String, of git: Git, note: (String) -> Void) throws {
    let files = FileManager.default
    let folder = git.root + "/Build/duet/" + hash
    self.hash = hash
    (binaries, directory, inputs) = (folder + "/bin", folder, folder + "/inputs")
    try files.createDirectory(atPath: inputs, withIntermediateDirectories: true)
    // The last thing that a build puts in place, so half a build is no build.
    if files.fileExists(atPath: binaries) { return }
    note("Building \(hash.prefix(10)) in a worktree of its own …")
    let tree = folder + "/tree"
    try? git.removeWorktree(at: tree)
    try git.addWorktree(hash, at: tree)
    let built = try Self.build(in: tree)
    let staged = folder + "/bin.partial"
    try? files.removeItem(atPath: staged)
    try files.createDirectory(atPath: staged, withIntermediateDirectories: true)
    for tool in try files.contentsOfDirectory(atPath: built)
    where tool.hasPrefix("nightlight-") && !tool.contains(".") {
      try files.copyItem(atPath: "\(built)/\(tool)", toPath: "\(staged)/\(tool)")
    }
    try? files.removeItem(atPath: folder + "/Datasets")
    try files.copyItem(atPath: tree + "/Datasets", toPath: folder + "/Datasets")
    try files.moveItem(atPath: staged, toPath: binaries)
    try git.removeWorktree(at: tree)
  }

  /// The work tree as it is, changes included, built in its own build folder.
  init(workTreeOf git: Git, note: (String) -> Void) throws {
    note("Building the work tree …")
    hash = nil
    directory = git.root
    binaries = try Self.build(in: git.root)
    inputs = git.root + "/Build/duet/work-tree"
    // What was trained by an older state of the tree is not what this one trains.
    try? FileManager.default.removeItem(atPath: inputs)
    try FileManager.default.createDirectory(atPath: inputs, withIntermediateDirectories: true)
  }

  /// Builds all tools and gives the folder they are in.
  private static func build(in path: String) throws -> String {
    let words = ["swift", "build", "--package-path", path] + flags
    do {
      _ = try ChildProcess.run(words, timeout: .seconds(3600))
      let folder = try ChildProcess.run(words + ["--show-bin-path"])
      return folder.split(separator: "\n").last.map(String.init) ?? ""
    } catch let failure as ChildFailure {
      throw ChildFailure(
        program: "swift build --package-path \(path)", reason: failure.reason)
    }
  }

  /// A worker of this revision.
  func worker(suite: String) throws -> CaseWorker {
    do {
      return try CaseWorker(perf, in: directory, suite: suite, inputs: inputs)
    } catch is ChildFailure {
      throw ChildFailure(
        program: name,
        reason: "its nightlight-perf does not serve cases; expected a commit that has "
          + "'nightlight-perf cases' and \(suite)")
    }
  }

  /// Counted and quality figures: measured once for a commit and kept, since they are exact.
  func exactPoints(suite: String, only: [String], note: (String) -> Void) throws
    -> [PerformancePoint]
  {
    let kept = inputs + "/exact.json"
    let isKept = only.isEmpty && hash != nil && suite == CaseChoice.standardSuite
    if isKept, let data = FileManager.default.contents(atPath: kept),
      let points = try? JSONDecoder().decode([PerformancePoint].self, from: data)
    {
      return points
    }
    note("Measuring counted and quality cases of \(name) …")
    // Run where the revision's own files are, so that its paths are right.
    let words =
      ["env", "-C", directory, perf, "cases", "--json", "--quiet", "--suite", suite]
      + (only.isEmpty ? [] : ["--only", only.joined(separator: ",")])
    let output = Data(try ChildProcess.run(words).utf8)
    let points = try JSONDecoder().decode([PerformancePoint].self, from: output)
    if isKept { try output.write(to: URL(fileURLWithPath: kept)) }
    return points
  }
}
