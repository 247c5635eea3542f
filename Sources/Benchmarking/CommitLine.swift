/// The line of commits that a history is read along: the first parents of one commit, oldest first.
///
/// ```swift
/// let line = CommitLine(["a1", "b2", "c3"])
/// line.position(of: "b2")  // 1
/// ```
public struct CommitLine: Sendable, Equatable {
  private let positions: [String: Int]
  /// Commits that the repository has, but not on the line: those of other branches.
  public let elsewhere: Set<String>

  /// A line of full hashes, oldest first; none of them where nobody knows their order.
  public init(_ commits: [String] = [], elsewhere: Set<String> = []) {
    positions = Dictionary(
      commits.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.elsewhere = elsewhere
  }

  /// Where a commit stands, from 0; nil for one that is not on the line. O(1).
  public func position(of commit: String) -> Int? { positions[commit] }

  /// The commits of some points that are not on the line, each once, in the order of the points.
  public func unknown(in points: [PerformancePoint]) -> [String] {
    var seen: Set<String> = []
    return points.map(\.commit).filter { positions[$0] == nil && seen.insert($0).inserted }
  }

  /// Points in the order of their commits.
  ///
  /// Points of the line stand in its order. Points of commits that the repository does not know (a
  /// shallow clone, a rewritten branch, no repository) stand by their date: each before the first of
  /// the line that was measured later, equal dates in the order given. Points of other branches are
  /// left out: a branch that never was on the line is no step of it. O(n log n).
  public func ordered(_ points: [PerformancePoint]) -> [PerformancePoint] {
    let known = points.enumerated().compactMap { entry in
      positions[entry.element.commit].map { (position: $0, entry) }
    }.sorted { ($0.position, $0.1.offset) < ($1.position, $1.1.offset) }.map(\.1.element)
    var dated = points.enumerated()
      .filter { positions[$0.element.commit] == nil && !elsewhere.contains($0.element.commit) }
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)[...]
    var ordered: [PerformancePoint] = []
    for point in known {
      while let next = dated.first, next.date < point.date { ordered.append(dated.removeFirst()) }
      ordered.append(point)
    }
    return ordered + dated
  }
}
