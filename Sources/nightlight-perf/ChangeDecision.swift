import Benchmarking
import CommandLineKit
import Foundation

/// What `changes` is asked to write down about a change.
struct ChangeDecision {
  @Option(help: "The case whose change is wanted.") var accept: String?
  @Option(help: "The case whose change was the machine's.") var noise: String?
  @Option(help: "The case whose change was mended since.") var fixed: String?
  @Option(help: "The last commit of the old level.") var base: String?
  @Option(help: "Why: a sentence for those who read it later.") var why: String?

  private var given: [(name: String, state: PerformanceState.Decision)] {
    [(accept, PerformanceState.Decision.accepted), (noise, .noise), (fixed, .fixed)]
      .compactMap { pair in pair.0.map { (name: $0, state: pair.1) } }
  }

  /// Whether there is anything to write.
  var isGiven: Bool { !given.isEmpty }

  func validate() throws {
    guard isGiven else {
      guard base == nil, why == nil else {
        throw ValidationError("--base and --why belong to --accept, --noise or --fixed.")
      }
      return
    }
    guard given.count == 1 else {
      throw ValidationError("Only one of --accept, --noise and --fixed can be decided at once.")
    }
    guard base != nil else {
      throw ValidationError("--\(option) needs --base, the last commit of the old level.")
    }
    guard why?.contains(where: { !$0.isWhitespace }) == true else {
      throw ValidationError("--\(option) needs --why, the reason.")
    }
  }

  private var option: String { accept != nil ? "accept" : noise != nil ? "noise" : "fixed" }

  /// Adds the decision to the file of states and gives the sentence that says so.
  func write(about history: WatchedHistory, _ choice: HistoryChoice) throws -> String {
    guard let (name, state) = given.first, let revision = base, let why else { return "" }
    let names = Set(history.points.map(\.name)).sorted()
    try WatchedHistory.require(name, among: names, in: choice.place.history)
    let base = try hash(of: revision, in: history)
    let environments = Set(history.chosen.map(\.series.environment)).sorted()
    if choice.environment != nil, environments.count > 1 {
      throw HistoryFailure(
        "--environment '\(choice.environment ?? "")' is the beginning of several: "
          + environments.joined(separator: ", "))
    }
    let decision = PerformanceState(
      name: name, environment: choice.environment == nil ? nil : environments.first, base: base,
      state: state, why: why, date: Date.now.formatted(.iso8601))
    try PerformanceState.append([decision], to: choice.place.states)
    let about = WatchedSeries.all(
      of: history.points.filter { $0.name == name }, states: history.states + [decision],
      along: history.line
    ).flatMap(\.changes).count { $0.why == why && $0.state.rawValue == state.rawValue }
    let sentence = "\(name): \(state.rawValue) after \(base.prefix(10))"
    return about > 0
      ? "\(sentence), in \(choice.place.states)."
      : "\(sentence), in \(choice.place.states); no step of the history starts there yet."
  }

  /// The full hash that a revision means: in the repository, or among the commits of the history.
  private func hash(of revision: String, in history: WatchedHistory) throws -> String {
    if let hash = history.commits.hash(of: revision) { return hash }
    let matching = Set(history.points.map(\.commit).filter { $0.hasPrefix(revision) })
    guard revision.count >= 4, matching.count == 1, let hash = matching.first else {
      throw HistoryFailure(
        "--base '\(revision)': neither a commit of this repository nor one of the history")
    }
    return hash
  }
}
