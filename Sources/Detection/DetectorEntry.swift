/// What the catalogue says about a detector before it is trained.
public struct DetectorEntry: Sendable {
  /// The name on the command line.
  public var name: String
  /// One sentence.
  public var summary: String
  /// The paper or source.
  public var source: String
  /// What one message costs, in words: `O(words of the message)`.
  public var cost: String
  /// When it fails, in a sentence or two.
  public var weakness: String
  /// What it can work from.
  public var views: [View]
  /// Whether its rows are controls of the benchmark (`shortcut`).
  public var isControl: Bool
  /// Rises whenever a change alters any score.
  public var version: Int
  /// The hyper-parameters that training chooses, with the grid in words, sorted by name.
  public var grid: [DetectorParameter]

  /// An entry.
  public init(
    name: String, summary: String, source: String, cost: String, weakness: String,
    views: [View] = [.full, .profile, .lastK, .redacted, .hashed, .reported],
    isControl: Bool = false,
    version: Int = 1, grid: [DetectorParameter] = []
  ) {
    (self.name, self.summary, self.source) = (name, summary, source)
    (self.cost, self.weakness, self.views) = (cost, weakness, views)
    (self.isControl, self.version, self.grid) = (isControl, version, grid)
  }
}
