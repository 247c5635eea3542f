import Benchmarking
public import Chat
import CorpusFormats
import Evaluation
import Foundation
import Glibc
public import Store

/// Brings results that were made elsewhere into the database as a run, whole or not at all.
///
/// One conversation a line, 1-based messages, `null` for no alert:
/// `{"conversation":"c000001","score":0.71,"alert_message":14}`, with an optional score per author
/// (`"authors":{"a":0.9}`) and after every message (`"messages":[0.1,…]`).
public struct RunImport {
  /// The stop policy and objective that stand in the run: nobody here knows them.
  static let selfReported = "self-reported"

  private let workbench: Workbench
  private let corpus: String
  private let split: Chat.Split
  private let name: String

  /// An import of results on a split of a corpus, of a detector called `name`.
  public init(_ workbench: Workbench, corpus: String, split: Chat.Split, name: String) {
    (self.workbench, self.corpus, self.split, self.name) = (workbench, corpus, split, name)
  }

  /// Reads a file, or standard input for `-`, and keeps it.
  ///
  /// - Returns: the run, with its metrics stored; the earlier one where these results are there.
  /// - Throws: `FormatError` where a line is wrong or a conversation of the split is missing, twice or
  ///   unknown; `UnreadableFile`, `StoreError`.
  public func store(path: String) throws -> RunRecord {
    let record = try workbench.corpus(named: corpus)
    let expected = try conversations()
    let results = try read(path, expected)
    let key = key(content: record.contentSHA256, results)
    let earlier = try workbench.run(key: key)
    if let earlier, earlier.status.isFinished { return earlier }
    let environment = try workbench.save(
      environment: MachineEnvironment.current.properties.map { ($0.name, $0.value) })
    let now = ExperimentRunner.now()
    var run = try workbench.save(
      RunRecord(
        id: earlier?.id ?? 0, key: key, corpus: corpus, split: split, detector: name,
        detectorKind: .imported, detectorVersion: 1, detectorParameters: "{}",
        policy: Self.selfReported, policyParameters: "{}", view: "full",
        objective: Self.selfReported, seed: 0, startedUTC: now, environment: environment))
    try workbench.add(results.map(\.prediction), toRun: run.id)
    try workbench.add(
      authorScores: results.flatMap { result in
        result.authors.map { (result.prediction.conversation, $0.author, $0.score) }
      }, toRun: run.id)
    let units = try workbench.evaluated(run: run.id, split: split)
    try workbench.save(
      MetricSuite.evaluate(units, bootstrap: Bootstrap()), run: run.id,
      version: MetricSuite.version)
    (run.status, run.finishedUTC) = (.done, ExperimentRunner.now())
    return try workbench.save(run)
  }

  /// What the split holds: messages and authors per conversation.
  private func conversations() throws -> [String: (messages: Int, authors: Set<String>)] {
    var found: [String: (messages: Int, authors: Set<String>)] = [:]
    try workbench.readChunks(corpus: corpus, split: split, maximumTextBytes: 4 << 20) { chunk in
      for conversation in chunk.conversations {
        found[conversation.id] = (conversation.messages.count, Set(conversation.authors))
      }
    }
    return found
  }

  private func read(
    _ path: String, _ expected: [String: (messages: Int, authors: Set<String>)]
  ) throws -> [ImportedResult] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    let file = path == "-" ? "standard input" : path
    guard descriptor >= 0 else {
      throw UnreadableFile(path: file, reason: String(cString: strerror(errno)))
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var results: [ImportedResult] = []
    var seen: [String: Int] = [:]
    try readLines(of: descriptor, name: file) { line, number in
      func refuse(_ reason: String) -> FormatError {
        FormatError(file: file, line: number, reason: reason)
      }
      let result: ImportedResult
      do throws(ImportedResult.Fault) {
        result = try ImportedResult.read(line.withUnsafeBytes { Data($0) })
      } catch {
        throw refuse(error.reason)
      }
      let id = result.prediction.conversation
      guard let conversation = expected[id] else {
        throw refuse(
          "conversation '\(id)' is not in the corpus '\(corpus)', split \(split.rawValue)")
      }
      if let first = seen.updateValue(number, forKey: id) {
        throw refuse(
          "conversation '\(id)' stands in line \(first) already; expected every one once")
      }
      if let reason = result.fault(messages: conversation.messages, authors: conversation.authors) {
        throw refuse(reason)
      }
      results.append(result)
    }
    let missing = expected.keys.filter { seen[$0] == nil }.sorted()
    if let first = missing.first {
      let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
      throw FormatError(
        file: file,
        reason: "no line for conversation '\(first)'\(others); expected every one of the "
          + "\(expected.count) conversations of split \(split.rawValue)")
    }
    guard !results.isEmpty else {
      throw FormatError(
        file: file, reason: "split \(split.rawValue) of corpus '\(corpus)' holds no conversation")
    }
    return results
  }

  /// Equal results, in whatever order, are one run.
  private func key(content: String, _ results: [ImportedResult]) -> String {
    let lines = results.map { result in
      let prediction = result.prediction
      let authors = result.authors.map { "\($0.author)=\($0.score)" }
      return JSONText.array([
        .string(prediction.conversation), .optional(prediction.score),
        .optional(prediction.alertMessage), .array(prediction.messageScores.map(JSONText.number)),
        .array(authors.map(JSONText.string)),
      ]).text
    }
    let parts = ["nightlight-import-1", content, split.rawValue, name] + lines.sorted()
    return SHA256.hex(SHA256.digest(of: parts.joined(separator: "\n").utf8))
  }
}
