public import Chat

/// Why a corpus could not be generated: where, what, and what was expected.
public enum GenerationError: Error, Equatable, CustomStringConvertible {
  /// A file that could not be read (exit status 1).
  case unreadable(path: String, reason: String)
  /// A recipe, grammar or table that is wrong (exit status 3).
  case invalid(file: String, line: Int?, reason: String)
  /// The content gate hit (exit status 3); the text stays untold.
  case contentGate(place: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .invalid(let file, let line, let reason):
      file + (line.map { ":\($0)" } ?? "") + ": " + reason
    case .contentGate(let place):
      "\(place): the content gate refused the text; nothing was written"
    }
  }
}

/// A corpus as a value: what to generate, with every file it names read and checked.
public struct Generator: Sendable {
  /// Buffers of one thread.
  public struct Scratch: Sendable {
    /// Empty buffers.
    public init() {}
  }

  /// Reads a recipe and everything it names; `seed` and `conversations` override the recipe's.
  public init(recipe path: String, seed: UInt64? = nil, conversations: Int? = nil) throws {
    preconditionFailure(path)
  }

  /// The recipe's name.
  public var name: String { preconditionFailure() }
  /// The recipe as JSON, with the overrides.
  public var recipe: String { preconditionFailure() }
  /// The seed in force.
  public var seed: UInt64 { preconditionFailure() }
  /// How many conversations the whole corpus has, extra splits included.
  public var count: Int { preconditionFailure() }

  /// The conversations of shard `number` (1-based) of `total`, a contiguous range.
  public func shard(_ number: Int, of total: Int) -> Range<Int> { preconditionFailure() }

  /// Adds conversation `index` (0-based) to a chunk; depends on recipe, seed and index alone.
  ///
  /// - Throws: ``GenerationError/contentGate(place:)``.
  public func generate(_ index: Int, into chunk: inout Chunk, scratch: inout Scratch) throws {
    preconditionFailure()
  }
}
