public import Benchmarking
public import Chat
public import Evaluation

/// The database of a workbench: corpora, runs, predictions, metrics.
public final class Workbench {
  /// Opens or creates the file at `path` and brings its schema up to date.
  public init(path: String) throws { preconditionFailure(path) }

  // MARK: Corpora
  public func corpora() throws -> [CorpusRecord] { preconditionFailure() }
  public func corpus(named name: String) throws -> CorpusRecord { preconditionFailure(name) }
  /// Everything in one immediate transaction: `body` receives a writer and gives the SHA-256 of the
  /// corpus content as 64 hex digits; a throw keeps nothing.
  ///
  /// - Returns: the record with id, counts, content and creation time filled in.
  public func writeCorpus(
    _ record: CorpusRecord, _ body: (CorpusWriter) throws -> String
  ) throws -> CorpusRecord { preconditionFailure(record.name) }
  public func removeCorpus(named name: String) throws { preconditionFailure(name) }
  /// Streams the conversations of a corpus (of one split, or all) in id-stable storage order.
  public func readChunks(
    corpus: String, split: Split?, maximumTextBytes: Int = Chunk.maximumTextBytes,
    _ body: (Chunk) throws -> Void
  ) throws { preconditionFailure(corpus) }
  /// One conversation, or nil.
  public func conversation(corpus: String, id: String) throws -> Chunk? {
    preconditionFailure(corpus)
  }

  // MARK: Runs
  /// The run with this key, finished or not.
  public func run(key: String) throws -> RunRecord? { preconditionFailure(key) }
  public func run(id: Int) throws -> RunRecord { preconditionFailure("\(id)") }
  public func runs() throws -> [RunRecord] { preconditionFailure() }
  /// Inserts (id 0) or updates a run; gives it with its id.
  public func save(_ run: RunRecord) throws -> RunRecord { preconditionFailure(run.key) }
  /// Adds predictions in one small transaction; a conversation that is there already is replaced.
  public func add(_ predictions: [PredictionRecord], toRun id: Int) throws {
    preconditionFailure("\(id)")
  }
  /// Ids of conversations that have a prediction.
  public func predictedConversations(run id: Int) throws -> Set<String> {
    preconditionFailure("\(id)")
  }
  public func predictions(run id: Int, withMessageScores: Bool = false) throws
    -> [PredictionRecord]
  { preconditionFailure("\(id)") }
  /// Predictions joined with truth, in storage order of the corpus: what Evaluation takes
  /// (grooming and benign only), of one split of the corpus.
  public func evaluated(run id: Int, split: Split) throws -> [EvaluatedConversation] {
    preconditionFailure("\(id)")
  }
  /// Replaces the metrics of a run.
  public func save(_ metrics: [MetricValue], run id: Int, version: Int) throws {
    preconditionFailure("\(id)")
  }
  public func metrics(run id: Int) throws -> [MetricValue] { preconditionFailure("\(id)") }
  /// Replaces the latency histogram of a run.
  public func save(_ histogram: LatencyHistogram, run id: Int) throws { preconditionFailure("\(id)") }
  public func latency(run id: Int) throws -> LatencyHistogram? { preconditionFailure("\(id)") }
  /// The latest finished run per detector × policy × view on a corpus and split.
  public func leaderboard(corpus: String, split: Split) throws -> [RunRecord] {
    preconditionFailure(corpus)
  }
}

/// Takes conversations into a corpus, within the transaction that made it.
public final class CorpusWriter {
  init() {}
  /// Adds all conversations of a chunk; throws on a duplicate id (`StoreError`).
  public func append(_ chunk: borrowing Chunk) throws { preconditionFailure() }
  /// Sets the split of conversations by id.
  public func setSplits(_ splits: [String: Split]) throws { preconditionFailure() }
  /// Streams what was appended so far, in storage order.
  public func readBack(maximumTextBytes: Int = 4 << 20, _ body: (Chunk) throws -> Void) throws {
    preconditionFailure()
  }
}
