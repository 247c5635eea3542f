import Chat
import CorpusFormats
public import CorpusGeneration
public import Store

/// Generates a corpus on all cores, in order, into a file or the database.
public struct CorpusGenerationWork: Sendable {
  /// How many conversations one thread makes before it hands them on.
  private static let batch = 64

  /// What is generated.
  public let generator: Generator
  /// Which conversations of it: all, or a shard.
  public let range: Range<Int>
  /// How many threads make them; the bytes do not depend on it.
  public let threads: Int

  /// Work on a shard (1-based) of a corpus.
  ///
  /// - Precondition: `1 ≤ shard ≤ shards` and `threads ≥ 1`.
  public init(
    _ generator: Generator, shard: Int = 1, of shards: Int = 1, threads: Int = availableThreads
  ) {
    precondition(shard >= 1 && shard <= shards && threads >= 1)
    self.generator = generator
    self.threads = threads
    range = generator.shard(shard, of: shards)
  }

  /// Hands on the canonical lines in order.
  ///
  /// - Parameter sink: takes some whole lines and how many conversations they are.
  /// - Throws: ``GenerationError``, and what `sink` throws.
  public func writeLines(to sink: ([UInt8], Int) throws -> Void) throws {
    try produce { _, lines, count in try sink(lines, count) }
  }

  /// Writes a corpus under `name` in one transaction. A corpus of the same name and content is left
  /// as it is.
  ///
  /// - Parameter advance: called with the number of conversations that were just stored.
  /// - Throws: ``ExperimentError/corpusExists(_:)``, ``GenerationError``, and what `advance` throws.
  public func store(
    in workbench: Workbench, name: String, advance: (Int) throws -> Void
  ) throws -> CorpusRecord {
    if let existing = try workbench.corpora().first(where: { $0.name == name }) {
      var digest = SHA256()
      try produce { _, lines, count in
        digest.update(lines)
        try advance(count)
      }
      guard SHA256.hex(digest.digest()) == existing.contentSHA256 else {
        throw ExperimentError.corpusExists(name)
      }
      return existing
    }
    let record = CorpusRecord(
      name: name, contentSHA256: "", source: "generated", seed: generator.seed,
      recipe: generator.recipe)
    return try workbench.writeCorpus(record) { writer in
      var digest = SHA256()
      try produce { chunk, lines, count in
        digest.update(lines)
        try writer.append(chunk)
        try advance(count)
      }
      return SHA256.hex(digest.digest())
    }
  }

  private func produce(_ consume: (Chunk, [UInt8], Int) throws -> Void) throws {
    let (generator, range) = (self.generator, self.range)
    let batches = (range.count + Self.batch - 1) / Self.batch
    try inOrder(
      batches, workers: threads,
      produce: { number -> (Chunk, [UInt8]) in
        let start = range.lowerBound + number * Self.batch
        var chunk = Chunk()
        var scratch = Generator.Scratch()
        var lines: [UInt8] = []
        for index in start..<min(start + Self.batch, range.upperBound) {
          try generator.generate(index, into: &chunk, scratch: &scratch)
        }
        // About what messages take beside their text; growing would copy the lines once more.
        lines.reserveCapacity(chunk.messages.text.count + 110 * chunk.messages.count)
        for index in chunk.conversations.indices {
          JSONL.append(chunk, conversation: index, to: &lines)
        }
        return (chunk, lines)
      },
      consume: { try consume($0.0, $0.1, $0.0.conversations.count) })
  }
}
