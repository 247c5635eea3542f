import Chat
import CommandLineKit
import CorpusFormats
import CorpusGeneration
import Detection
import Foundation

/// What the measurements work on: a generated corpus on disk and in memory, and trained detectors.
struct MeasurementInputs {
  /// A detector that is trained here, with the bytes every training must give again.
  struct Trained {
    var detector: any Detector
    var bytes: [UInt8]
  }

  static let detectors = ["linear-svm", "logistic-regression"]

  let generator: Generator
  let folder: TemporaryFolder
  let seed: UInt64
  /// The whole corpus, canonical JSONL.
  let corpusFile: String
  /// Its conversations for training and validation alone.
  let trainingFile: String
  /// Those for training alone, and those for validation alone.
  let trainFile: String
  let validationFile: String
  /// Its conversations for testing alone.
  let testFile: String
  let conversationCount: Int
  let messageCount: Int
  let fileBytes: Int
  let testConversationCount: Int
  let testMessageCount: Int
  let trainingConversationCount: Int
  /// The whole corpus in memory.
  let chunks: [Chunk]
  /// In the order of ``detectors``.
  let trained: [(name: String, model: Trained)]

  init(_ generator: Generator, folder: TemporaryFolder, seed: UInt64) throws {
    (self.generator, self.folder, self.seed) = (generator, folder, seed)
    corpusFile = folder.file("corpus.jsonl")
    trainingFile = folder.file("training.jsonl")
    trainFile = folder.file("train.jsonl")
    validationFile = folder.file("validation.jsonl")
    testFile = folder.file("test.jsonl")
    let file = try GeneratedFile(
      generator, path: corpusFile, threads: ProcessInfo.processInfo.activeProcessorCount)
    (conversationCount, fileBytes) = (file.conversations, file.bytes)
    let chunks = try Self.read(corpusFile)
    self.chunks = chunks
    messageCount = chunks.reduce(0) { $0 + $1.messages.count }
    var (training, test) = (0, 0)
    trainingConversationCount = try Self.write(
      chunks, to: trainingFile, where: Self.isForTraining, messages: &training)
    for (split, path) in [(Split.train, trainFile), (.validation, validationFile)] {
      var count = 0
      _ = try Self.write(chunks, to: path, where: { $0.split == split }, messages: &count)
    }
    testConversationCount = try Self.write(
      chunks, to: testFile, where: { !Self.isForTraining($0) }, messages: &test)
    testMessageCount = test
    var trained: [(name: String, model: Trained)] = []
    for name in Self.detectors {
      try Interruption.check()
      let detector = try Self.train(name, on: trainingFile, seed: seed)
      trained.append((name, Trained(detector: detector, bytes: detector.encoded())))
    }
    self.trained = trained
  }

  /// Reads a corpus into memory.
  static func read(_ path: String) throws -> [Chunk] {
    var chunks: [Chunk] = []
    _ = try JSONL.read(path: path) { chunk in chunks.append(chunk) }
    return chunks
  }

  /// Reads a file of training and validation conversations and trains on it.
  static func train(_ name: String, on path: String, seed: UInt64) throws -> any Detector {
    let all = Examples(try read(path))
    return try DetectorCatalogue.train(
      name, on: all.part(.train), validation: all.part(.validation), seed: seed)
  }

  private static func isForTraining(_ conversation: Conversation) -> Bool {
    conversation.split == .train || conversation.split == .validation
  }

  /// Writes the conversations that `isWanted` takes, and gives their number.
  private static func write(
    _ chunks: [Chunk], to path: String, where isWanted: (Conversation) -> Bool,
    messages: inout Int
  ) throws -> Int {
    var output = try FileOutput(path: path)
    var count = 0
    for chunk in chunks {
      var bytes: [UInt8] = []
      for (index, conversation) in chunk.conversations.enumerated() where isWanted(conversation) {
        JSONL.append(chunk, conversation: index, to: &bytes)
        count += 1
        messages += conversation.messages.count
      }
      try output.write(bytes)
    }
    try output.commit()
    return count
  }
}
