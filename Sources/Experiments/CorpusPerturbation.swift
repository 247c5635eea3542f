public import Chat
import CorpusFormats
public import CorpusGeneration
public import Store

/// Puts noise on some splits of a stored corpus and copies the rest, into a file or the database.
///
/// Train and validation stay as they are, so that a run on the derived corpus trains on clean and
/// tests on noisy text. The corpus streams through: memory is bounded by a chunk, and for padding by
/// its pool.
public struct CorpusPerturbation: Sendable {
  /// The splits that noise may be put on, in the order of `Split.allCases`.
  public static let splits = Split.allCases.filter { $0 != .train && $0 != .validation }

  /// The name of the corpus that is read.
  public let parent: String
  /// The noise.
  public let perturbation: Perturbation
  /// The splits that it is put on; those that the parent lacks do not count.
  public let splits: [Split]
  /// The locale of conversations that name none, for the content gate.
  public let locale: String

  /// Noise on the given splits of a corpus, by default on every test split.
  ///
  /// - Precondition: `splits` are some of ``splits``.
  public init(
    _ perturbation: Perturbation, of parent: String, splits: [Split] = Self.splits,
    locale: String = "en"
  ) {
    precondition(splits.allSatisfy(Self.splits.contains), "train and validation stay as they are")
    (self.parent, self.perturbation, self.locale) = (parent, perturbation, locale)
    self.splits = Self.splits.filter(splits.contains)
  }

  /// Hands on the canonical lines in order.
  ///
  /// - Parameter sink: takes some whole lines and how many conversations they are.
  /// - Returns: what the noise did.
  /// - Throws: what ``store(in:name:advance:)`` throws, and what `sink` throws.
  public func writeLines(
    from workbench: Workbench, to sink: ([UInt8], Int) throws -> Void
  ) throws -> PerturbationCounts {
    _ = try derivation(in: workbench)
    return try produce(workbench) { _, lines, count in try sink(lines, count) }
  }

  /// Writes the derived corpus under `name` in one transaction: it is there whole or not at all. A
  /// corpus of the same name, parent, noise and content is left as it is.
  ///
  /// - Parameter advance: called with the number of conversations that were just stored.
  /// - Returns: the corpus, and what the noise did.
  /// - Throws: ``ExperimentError/corpusExists(_:)``,
  ///   ``ExperimentError/nothingToPerturb(corpus:splits:)``,
  ///   ``ExperimentError/noOrdinaryTalk(corpus:split:)``, `GenerationError.invalid` for a locale that
  ///   the content gate does not know, `StoreError`, and what `advance` throws.
  public func store(
    in workbench: Workbench, name: String, advance: (Int) throws -> Void
  ) throws -> (corpus: CorpusRecord, counts: PerturbationCounts) {
    let derivation = try derivation(in: workbench)
    var digest = SHA256()
    var counts = PerturbationCounts()
    if let existing = try workbench.corpora().first(where: { $0.name == name }) {
      guard existing.derivation == derivation else { throw ExperimentError.corpusExists(name) }
      counts = try produce(workbench) { _, lines, count in
        digest.update(lines)
        try advance(count)
      }
      guard SHA256.hex(digest.digest()) == existing.contentSHA256 else {
        throw ExperimentError.corpusExists(name)
      }
      return (existing, counts)
    }
    let origin = try workbench.corpus(named: parent)
    let record = CorpusRecord(
      name: name, contentSHA256: "", source: origin.source, seed: origin.seed,
      recipe: origin.recipe, derivation: derivation)
    let corpus = try workbench.writeCorpus(record) { writer in
      counts = try produce(workbench) { chunk, lines, count in
        digest.update(lines)
        try writer.append(chunk)
        try advance(count)
      }
      return SHA256.hex(digest.digest())
    }
    return (corpus, counts)
  }

  /// How the derived corpus comes from its parent, with the splits that the parent has.
  private func derivation(in workbench: Workbench) throws -> Derivation {
    let origin = try workbench.corpus(named: parent)
    let present = Set(try workbench.counts(corpus: parent).compactMap(\.split))
    let noisy = splits.filter(present.contains)
    guard !noisy.isEmpty else {
      throw ExperimentError.nothingToPerturb(corpus: parent, splits: splits.map(\.rawValue))
    }
    return Derivation(
      parent: parent, parentSHA256: origin.contentSHA256, kind: perturbation.kind.rawValue,
      level: perturbation.level, seed: perturbation.seed, splits: noisy)
  }

  private func produce(
    _ workbench: Workbench, _ consume: (Chunk, [UInt8], Int) throws -> Void
  ) throws -> PerturbationCounts {
    let pool = perturbation.kind == .padding ? try pool(workbench) : nil
    var gates: [String: ContentGate] = [:]
    var counts = PerturbationCounts()
    var lines: [UInt8] = []
    var noisy = Chunk()
    try workbench.readChunks(corpus: parent, split: nil) { chunk in
      noisy.removeAll()
      for (index, conversation) in chunk.conversations.enumerated() {
        guard let split = conversation.split, splits.contains(split) else {
          noisy.append(chunk, conversation: index)
          continue
        }
        let locale = conversation.locale ?? locale
        let gate = try gates[locale] ?? ContentGate(locale: locale)
        gates[locale] = gate
        if let pool, !pool.serves(split: split, locale: conversation.locale) {
          throw ExperimentError.noOrdinaryTalk(corpus: parent, split: split.rawValue)
        }
        perturbation.append(
          chunk, conversation: index, gate: gate, pool: pool, to: &noisy, counts: &counts)
      }
      lines.removeAll(keepingCapacity: true)
      for index in noisy.conversations.indices {
        JSONL.append(noisy, conversation: index, to: &lines)
      }
      try consume(noisy, lines, noisy.conversations.count)
    }
    return counts
  }

  /// The ordinary turns of every noisy split.
  private func pool(_ workbench: Workbench) throws -> PaddingPool {
    var pool = PaddingPool(perturbation)
    for split in splits {
      try workbench.readChunks(corpus: parent, split: split) { pool.offer($0) }
    }
    pool.close()
    return pool
  }
}

extension Chunk {
  /// Adds a conversation of another chunk as it is. O(bytes).
  fileprivate mutating func append(_ other: Chunk, conversation index: Int) {
    let columns = other.messages
    for message in other.conversations[index].messages {
      messages.append(
        author: Int(columns.author[message]), time: columns.time[message],
        style: columns.timeStyle[message], text: columns.text[columns.textRange(message)],
        session: Int(columns.session[message]),
        stage: columns.stage[message] == 255 ? nil : Stage.allCases[Int(columns.stage[message])],
        signs: columns.signs[message], cues: columns.cues[message])
    }
    close(other.conversations[index])
  }
}
