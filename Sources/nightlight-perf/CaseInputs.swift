import Benchmarking
import Chat
import CorpusGeneration
import Detection
import Experiments
import Foundation

/// What cases work on, made when first asked for and kept in a folder: corpora and trained models.
///
/// A folder may serve several processes one after the other: what is in it is not made again.
final class CaseInputs {
  let suite: CaseSuite
  let folder: String
  private var read: [String: [Chunk]] = [:]
  private var decoded: [String: any Detector] = [:]

  init(_ suite: CaseSuite, folder: String) { (self.suite, self.folder) = (suite, folder) }

  func file(_ name: String) -> String { folder + "/" + name }

  func generator(_ key: String) throws -> Generator {
    let corpus = try corpus(key)
    return try Generator(
      recipe: corpus.recipe, seed: corpus.seed, conversations: corpus.conversations)
  }

  /// The file of a corpus, whose bytes are what the suite expects.
  func corpusFile(_ key: String) throws -> String {
    // With what it must hold: another suite may mean another corpus by the same key.
    let path = file("\(key)-\(try corpus(key).sha256.prefix(12)).jsonl")
    if FileManager.default.fileExists(atPath: path) { return path }
    let bytes = try lines(of: key)
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    return path
  }

  /// The corpus in memory.
  func chunks(_ key: String) throws -> [Chunk] {
    if let chunks = read[key] { return chunks }
    let chunks = try MeasurementInputs.read(corpusFile(key))
    read[key] = chunks
    return chunks
  }

  /// The file of a detector's bytes, trained on the training and validation splits of a corpus.
  func modelFile(_ name: String, _ key: String) throws -> String {
    let path = file("\(key)-\(try corpus(key).sha256.prefix(12))-\(name).model")
    if FileManager.default.fileExists(atPath: path) { return path }
    let detector = try MeasurementInputs.train(
      name, on: corpusFile(key), seed: corpus(key).seed)
    try Data(detector.encoded()).write(to: URL(fileURLWithPath: path), options: .atomic)
    return path
  }

  /// The detector whose bytes stand in ``modelFile(_:_:)``.
  func detector(_ name: String, _ key: String) throws -> any Detector {
    if let detector = decoded["\(key) \(name)"] { return detector }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: modelFile(name, key)))
    let detector = try DetectorCatalogue.decode(name, [UInt8](bytes))
    decoded["\(key) \(name)"] = detector
    return detector
  }

  /// A new database `name` that holds a corpus, and how many messages were written.
  func store(_ key: String, as name: String) throws -> (database: String, messages: Int) {
    let path = file(name)
    TemporaryFolder.removeDatabase(at: path)
    return (path, try CaseWork.store(chunks(key), seed: corpus(key).seed, in: path))
  }

  private func corpus(_ key: String) throws -> CaseSuite.Corpus {
    guard let corpus = suite.corpora[key] else {
      preconditionFailure("a case names a corpus that its suite does not have")
    }
    return corpus
  }

  private func lines(of key: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try CorpusGenerationWork(generator(key)).writeLines { lines, _ in bytes += lines }
    let digest = SHA256.hex(SHA256.digest(of: bytes))
    let expected = try corpus(key).sha256
    guard digest == expected else {
      throw ComparisonError.wrongAnswer(
        contestant: "corpus \(key)", expected: "SHA-256 \(expected)", found: digest)
    }
    return bytes
  }
}
