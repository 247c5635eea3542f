/// What somebody decided about a change of a figure: one line of the file of states.
///
/// ```swift
/// PerformanceState(
///   name: "binary-bytes nightlight-perf", base: "9f3c…", state: .accepted,
///   why: "the duel needs it", date: "2026-11-25T14:00:00Z")
/// ```
public struct PerformanceState: Sendable, Equatable, Codable {
  /// A decision.
  public enum Decision: String, Sendable, Equatable, Codable, CaseIterable {
    /// The new level is wanted, or its price is.
    case accepted
    /// A later commit has mended it.
    case fixed
    /// Nothing changed: the machine was disturbed.
    case noise
  }

  /// The case, such as `f1 linear-svm`.
  public var name: String
  /// The only environment that it is about; nil for all.
  public var environment: String?
  /// The full hash of the last commit of the old level.
  public var base: String
  /// What was decided.
  public var state: Decision
  /// The reason, for those who read it later.
  public var why: String
  /// When: ISO 8601 in UTC, to the second.
  public var date: String

  /// A decision.
  public init(
    name: String, environment: String? = nil, base: String, state: Decision, why: String,
    date: String
  ) {
    (self.name, self.environment, self.base) = (name, environment, base)
    (self.state, self.why, self.date) = (state, why, date)
  }

  private enum CodingKeys: String, CodingKey { case name, environment, base, state, why, date }

  /// Writes every key, `environment` too where it is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(environment, forKey: .environment)
    try container.encode(base, forKey: .base)
    try container.encode(state, forKey: .state)
    try container.encode(why, forKey: .why)
    try container.encode(date, forKey: .date)
  }

  /// The decisions of a file in its order; none without a file, since nothing has been decided then.
  ///
  /// - Throws: ``HistoryError`` with file and line where one is no decision.
  public static func read(path: String) throws(HistoryError) -> [PerformanceState] {
    HistoryFile.exists(path) ? try HistoryFile.read(path: path) : []
  }

  /// Adds a line for each decision, all of them or none; makes the file where there is none.
  ///
  /// - Throws: ``HistoryError`` where a decision has no name, reason, date or full hash, or where the
  ///   file cannot be written.
  public static func append(
    _ states: [PerformanceState], to path: String
  ) throws(HistoryError) {
    try HistoryFile.append(states, to: path)
  }

  /// The decision about a case whose old level ended at `base`: the last that names the environment
  /// or all of them; nil where nothing was decided.
  public static func decision(
    on name: String, base: String, environment: String, in states: [PerformanceState]
  ) -> PerformanceState? {
    states.last {
      $0.name == name && $0.base == base
        && ($0.environment == nil || $0.environment == environment)
    }
  }
}

extension PerformanceState: HistoryLine {
  var fault: HistoryFault? {
    if let fault = HistoryFault(commit: base, key: "base") ?? HistoryFault(date: date) {
      return fault
    }
    if name.isEmpty { return HistoryFault(problem: "'name' is empty", expected: "a case") }
    guard why.contains(where: { !$0.isWhitespace }) else {
      return HistoryFault(problem: "'why' is empty", expected: "a reason")
    }
    return nil
  }
}
