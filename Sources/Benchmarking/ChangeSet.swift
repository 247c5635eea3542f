import Statistics

/// All cases of one comparison of two commits, and the verdict on the whole.
public struct ChangeSet: Sendable, Equatable {
  /// The cases: those of the head in their order, then those that only the base has.
  public let changes: [FigureChange]

  /// The comparison of exact figures, and of estimates of timed ones.
  ///
  /// - Parameters:
  ///   - base: points of the base, counted and quality.
  ///   - head: points of the head, counted and quality.
  ///   - gates: the largest share by which each counted case may worsen; 0 for one not named.
  ///   - accepted: names of cases whose worsening against this base was accepted.
  public init(
    base: [PerformancePoint], head: [PerformancePoint], gates: [String: Double] = [:],
    accepted: Set<String> = [], timed: [FigureChange] = []
  ) {
    let old = Dictionary(base.map { ($0.name, $0) }) { $1 }
    let new = Set(head.map(\.name))
    func change(_ old: PerformancePoint?, _ new: PerformancePoint?) -> FigureChange {
      let name = new?.name ?? old?.name ?? ""
      return FigureChange(
        base: old, head: new, gate: gates[name] ?? 0, isAccepted: accepted.contains(name))
    }
    changes =
      head.map { change(old[$0.name], $0) }
      + base.filter { !new.contains($0.name) }.map { change($0, nil) } + timed
  }

  /// The whole: worse where any case is, else better where any case is, else the same.
  public var verdict: FigureChange.Verdict {
    if changes.contains(where: { $0.verdict == .worse }) { return .worse }
    return changes.contains { $0.verdict == .better } ? .better : .same
  }

  /// The timed changes of a run, with p-values adjusted by Holm over all of them.
  ///
  /// - Parameter rows: name, median nanoseconds of both sides, and the estimate; nil where there
  ///   were too few rounds.
  public static func timed(
    _ rows: [(name: String, base: Double, head: Double, estimate: DuetEstimate?)], alpha: Double
  ) -> [FigureChange] {
    let known = rows.indices.filter { rows[$0].estimate != nil }
    let adjusted = HolmAdjustment.adjusted(known.map { rows[$0].estimate?.p ?? 1 })
    let byRow = Dictionary(uniqueKeysWithValues: zip(known, adjusted))
    return rows.indices.map { index in
      let row = rows[index]
      return FigureChange(
        timed: row.name, base: row.base, head: row.head, estimate: row.estimate,
        adjustedP: byRow[index], alpha: alpha)
    }
  }
}
