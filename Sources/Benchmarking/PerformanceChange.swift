import Statistics

/// A step of a series, and what has become of it.
public struct PerformanceChange: Sendable, Equatable {
  /// What has become of a change.
  public enum State: String, Sendable, Equatable, CaseIterable {
    /// Nobody has decided about it, and the old level has not come back.
    case open
    /// Somebody wants the new level, or its price.
    case accepted
    /// A later step brought the old level back, or somebody says so.
    case fixed
    /// Somebody says that nothing changed.
    case noise
  }

  /// The case.
  public let name: String
  /// The version of the case's definition.
  public let version: Int
  /// ``MachineEnvironment/fingerprint`` of the machine and build.
  public let environment: String
  /// Such as `bytes`, or empty for a score.
  public let unit: String
  /// The 0-based place in the series of the first point of the new level.
  public let index: Int
  /// The last measured commit of the old level.
  public let lastOld: String
  /// The first measured commit of the new level.
  public let firstNew: String
  /// The old level.
  public let before: Double
  /// The new level.
  public let after: Double
  /// How likely noise alone would show as much; nil in a series without noise.
  public let p: Double?
  /// Whether the new level is worse.
  public let isWorse: Bool
  /// What has become of it.
  public let state: State
  /// The reason that was given; nil where nobody decided.
  public let why: String?

  /// (after − before) / |before|; nil where the old level is 0.
  public var relative: Double? { before == 0 ? nil : (after - before) / abs(before) }

  /// The steps of a series (`ChangePoints`), in order; those of quality are exact, others with noise
  /// are at least one per cent.
  ///
  /// A decision counts for the step whose old level ends at its `base`, whether that commit was
  /// measured or only stands between two that were. In a series with noise, where further points can
  /// move a step by a few places, it counts for the nearest one within three points.
  public static func all(
    in series: PerformanceSeries, states: [PerformanceState] = [], along line: CommitLine
  ) -> [PerformanceChange] {
    let isQuality = series.latest.kind == .quality
    let steps = ChangePoints(series.values, isExact: isQuality, leastChange: 0.01).steps
    let levels = steps.first.map { [$0.before] + steps.map(\.after) } ?? []
    var decisions: [Int: PerformanceState] = [:]
    for state in states
    where state.name == series.name
      && (state.environment == nil || state.environment == series.environment)
    {
      guard let boundary = boundary(after: state.base, in: series, line),
        let nearest = steps.indices.min(by: {
          abs(steps[$0].index - boundary) < abs(steps[$1].index - boundary)
        })
      else { continue }
      let distance = abs(steps[nearest].index - boundary)
      if distance <= (steps[nearest].p == nil ? 0 : 3) { decisions[nearest] = state }
    }
    return steps.indices.map { number in
      let step = steps[number]
      let isWorse = (step.after > step.before) == (series.latest.better == .lower)
      let isBack = levels.dropFirst(number + 2).contains {
        returns($0, to: step, tolerance: isQuality ? 0 : 0.25)
      }
      return PerformanceChange(
        name: series.name, version: series.version, environment: series.environment,
        unit: series.latest.unit, index: step.index,
        lastOld: series.points[step.index - 1].commit,
        firstNew: series.points[step.index].commit,
        before: step.before, after: step.after, p: step.p, isWorse: isWorse,
        state: decisions[number].map { State($0.state) } ?? (isBack ? .fixed : .open),
        why: decisions[number]?.why)
    }
  }

  /// Whether a level is the one before a step again, or lies beyond it: but for a share of the step.
  private static func returns(
    _ level: Double, to step: ChangePoints.Step, tolerance: Double
  ) -> Bool {
    let size = step.after - step.before
    return (level - step.before) / size <= tolerance
  }

  /// The place in a series of the first point after a commit; nil where that is not known.
  private static func boundary(
    after commit: String, in series: PerformanceSeries, _ line: CommitLine
  ) -> Int? {
    if let index = series.points.lastIndex(where: { $0.commit == commit }) { return index + 1 }
    guard let position = line.position(of: commit) else { return nil }
    return series.points.firstIndex {
      line.position(of: $0.commit).map { $0 > position } ?? false
    }
  }
}

extension PerformanceChange.State {
  /// The state that a decision gives.
  init(_ decision: PerformanceState.Decision) {
    self =
      switch decision {
      case .accepted: .accepted
      case .fixed: .fixed
      case .noise: .noise
      }
  }
}
