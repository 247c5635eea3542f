import Chat
import CorpusFormats
public import CorpusGeneration
public import Store

/// Generates a corpus on all cores, in order, into a file or the database.
public struct CorpusGenerationWork: Sendable {
  /// How many conversations one thread makes before it hands them on: some hundred kilobytes, since
  /// up to `4 · threads` batches wait where the disk is slower than the threads.
  private static let batch = 16

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
    // The messages in columns end with their thread: only the lines wait to be written.
    try produce({ chunk, lines in (lines, chunk.conversations.count) }) { try sink($0.0, $0.1) }
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
      try produce({ chunk, lines in (lines, chunk.conversations.count) }) { lines, count in
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
      try produce({ ($0, $1) }) { chunk, lines in
        digest.update(lines)
        try writer.append(chunk)
        try advance(chunk.conversations.count)
      }
      return SHA256.hex(digest.digest())
    }
  }

  /// Makes all batches and takes in order what `keep` keeps of each.
  private func produce<Kept: Sendable>(
    _ keep: @escaping @Sendable (Chunk, [UInt8]) -> Kept, _ consume: (Kept) throws -> Void
  ) throws {
    let (generator, range) = (self.generator, self.range)
    let batches = (range.count + Self.batch - 1) / Self.batch
    try inOrder(
      batches, workers: threads,
      produce: { number -> Kept in
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
        return keep(chunk, lines)
      },
      consume: consume)
  }
}
