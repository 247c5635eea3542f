import Benchmarking
import CommandLineKit
import Experiments
import Foundation

/// `nightlight-perf compare`: is this commit worse than that one?
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the figures of two commits; exits with 2 where one is worse.",
    discussion: """
      Both commits are built in worktrees of their own, kept in Build/duet. Processor times are taken
      in rounds of fresh processes, the builds by turns within milliseconds and the base also against
      itself; a time is worse only where the interval of the change, corrected for the number of
      cases (Holm, α = 0.01), excludes 0 and the change exceeds what the base differs from itself.
      Counted cases may worsen by the share of their gate, scores of detection by no bit.

      Without --head the work tree is compared: as the commit where nothing differs from it, else
      with its changes, built in place.
      With --recorded nothing is built: this build is compared with what the history holds of --base
      or its nearest ancestor measured on such a machine, and where there is none, that is no failure.

      Exits with 0 where all is as before, 2 where a case is worse, 4 where cases are only better.
      """)

  @Option(help: "The commit to compare with.") var base: String
  @Option(help: "The commit that is compared; else the work tree.") var head: String?
  @OptionGroup var choice = CaseChoice()
  @OptionGroup var place = HistoryPlace()
  @Option(help: "How many rounds of timed cases, each with fresh processes.") var blocks: Int = 15
  @Option(help: "The seed of the order of samples.") var seed: UInt64 = 1
  @Flag(help: "Compare with recorded figures: counted and quality cases, no build.")
  var recorded = false
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    try choice.validate()
    if blocks < DuetEstimate.fewestRounds {
      throw ValidationError("--blocks must be at least \(DuetEstimate.fewestRounds).")
    }
    if recorded, head != nil {
      throw ValidationError("--recorded compares this build; leave --head out.")
    }
    if recorded, choice.kinds().contains(.timed) {
      throw ValidationError("--recorded has no times: only builds that run side by side compare.")
    }
  }

  func run() throws {
    if recorded {
      return try RecordedComparison(
        base: base, choice: choice, place: place, common: common
      ).run()
    }
    guard let git = Git() else {
      throw RecordFailure(description: "there is no git repository here; expected one")
    }
    let baseHash = try hash(of: base, git)
    let old = try Revision(commit: baseHash, of: git, note: common.note)
    let new = try headRevision(git)
    let suite = try choice.read()
    let kinds = choice.kinds(else: [.counted, .quality, .timed])

    var (points, olds, timed): ([PerformancePoint], [PerformancePoint], [FigureChange]) =
      ([], [], [])
    let exact = suite.cases(kinds: kinds.subtracting([.timed]), names: choice.names)
    if !exact.isEmpty {
      let names = Set(exact.map(\.name))
      func measured(_ revision: Revision) throws -> [PerformancePoint] {
        try revision.exactPoints(suite: choice.suite, only: choice.names, note: common.note)
          .filter { names.contains($0.name) || choice.names.isEmpty && kinds.contains($0.kind) }
      }
      (olds, points) = (try measured(old), try measured(new))
    }
    let asked = suite.cases(kinds: kinds.intersection([.timed]), names: choice.names)
    if !asked.isEmpty { timed = try self.timed(asked, old, new) }
    let report = ChangeReport(
      base: old.name, baseHash: baseHash, head: new.name,
      set: ChangeSet(
        base: olds, head: points,
        gates: Dictionary(uniqueKeysWithValues: suite.cases.map { ($0.name, $0.gate) }),
        accepted: try place.accepted(base: baseHash), timed: timed),
      notes: [])
    try report.finish(common)
  }

  private func hash(of revision: String, _ git: Git) throws -> String {
    guard let hash = git.hash(of: revision) else {
      throw RecordFailure(description: "'\(revision)' names no commit here; expected one")
    }
    return hash
  }

  private func headRevision(_ git: Git) throws -> Revision {
    if let head {
      return try Revision(commit: hash(of: head, git), of: git, note: common.note)
    }
    return try git.changedPaths().isEmpty
      ? Revision(commit: hash(of: "HEAD", git), of: git, note: common.note)
      : Revision(workTreeOf: git, note: common.note)
  }

  /// The timed cases that both builds know in one version, side by side.
  private func timed(
    _ asked: [BenchmarkCase], _ old: Revision, _ new: Revision
  ) throws -> [FigureChange] {
    // The first workers also make what the others find in the folder of inputs.
    let known = try [old, new].map { revision in
      let worker = try revision.worker(suite: choice.suite)
      let offers = Dictionary(
        worker.offers.map { ($0.name, $0.version) }, uniquingKeysWith: { $1 })
      for item in asked where offers[item.name] != nil {
        let (_, absent) = try worker.sample(item.name)
        if let absent { common.note("\(revision.name) has no \(item.name): \(absent).") }
      }
      return offers
    }
    let names = asked.map(\.name).filter { known[0][$0] != nil && known[0][$0] == known[1][$0] }
    for item in asked where !names.contains(item.name) {
      common.note("Left out \(item.name): only one side has it, or another version of it.")
    }
    common.note("Timing \(names.count) cases in \(blocks) rounds …")
    var line = ProgressLine(
      "Measuring", unit: "samples", total: names.count * blocks * 6, quiet: common.isQuiet)
    defer { line.finish() }
    let duet = Duet(base: old, head: new, suite: choice.suite, rounds: blocks, seed: seed)
    return try duet.run(names) { line.advance() }
  }
}

extension ChangeReport {
  /// Prints the report and ends with its status.
  func finish(_ common: CommonOptions) throws {
    try printLine(common.wantsJSON ? json.text : text)
    if status != .success { throw status }
  }
}
