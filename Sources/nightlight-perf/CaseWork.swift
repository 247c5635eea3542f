import Benchmarking
import Chat
import CorpusFormats
import CorpusGeneration
import Detection
import Experiments
import Foundation
import Store

/// The work of one case, ready to be repeated: all preparation is done.
struct CaseWork {
  /// What a repetition must give again: a count that the suite expects, and bits that may differ from
  /// one revision or machine to the next but not from one repetition to the next.
  struct Answer: Equatable {
    var count: Int
    var digest: UInt64 = 0
  }

  /// Called before every repetition, outside of what is measured.
  var setUp: () throws -> Void = {}
  /// The work.
  var body: () throws -> Void
  /// The answer of the last repetition, made outside of what is measured.
  var answer: () throws -> Answer

  init(_ item: BenchmarkCase, _ inputs: CaseInputs) throws {
    let corpus = item.corpus ?? ""
    let detector = item.detector ?? ""
    switch item.component {
    case "read": self = try .reading(inputs.corpusFile(corpus))
    case "generate": self = try .generating(inputs.generator(corpus))
    case "store": self = try .storing(corpus, inputs)
    case "train": self = try .training(detector, inputs.chunks(corpus))
    case "score": self = try .scoring(inputs.detector(detector, corpus), inputs.chunks(corpus))
    default: preconditionFailure("'\(item.component)' is no work to repeat")
    }
  }

  private init(
    setUp: @escaping () throws -> Void = {}, _ body: @escaping () throws -> Void,
    answer: @escaping () throws -> Answer
  ) {
    (self.setUp, self.body, self.answer) = (setUp, body, answer)
  }

  /// Canonical JSONL into columns; the answer counts messages.
  private static func reading(_ path: String) -> CaseWork {
    var messages = 0
    return CaseWork {
      messages = 0
      _ = try JSONL.read(path: path) { messages += $0.messages.count }
    } answer: {
      Answer(count: messages)
    }
  }

  /// Recipe to canonical lines on one thread; the answer counts bytes.
  private static func generating(_ generator: Generator) -> CaseWork {
    var bytes = 0
    return CaseWork {
      var scratch = Generator.Scratch()
      bytes = 0
      var lines: [UInt8] = []
      for start in stride(from: 0, to: generator.count, by: 64) {
        var chunk = Chunk()
        for index in start..<min(start + 64, generator.count) {
          try generator.generate(index, into: &chunk, scratch: &scratch)
        }
        lines.removeAll(keepingCapacity: true)
        for index in chunk.conversations.indices {
          JSONL.append(chunk, conversation: index, to: &lines)
        }
        bytes += lines.count
      }
    } answer: {
      Answer(count: bytes)
    }
  }

  /// Columns into a new database; the answer counts messages.
  private static func storing(_ key: String, _ inputs: CaseInputs) throws -> CaseWork {
    let chunks = try inputs.chunks(key)
    let path = inputs.file("\(key)-timed-\(getpid()).sqlite")
    func remove() { TemporaryFolder.removeDatabase(at: path) }
    var messages = 0
    return CaseWork(setUp: remove) {
      messages = try store(chunks, seed: 1, in: path)
    } answer: {
      remove()
      return Answer(count: messages)
    }
  }

  /// Writes a corpus into the database at `path` and gives the number of its messages.
  static func store(_ chunks: [Chunk], seed: UInt64, in path: String) throws -> Int {
    let workbench = try Workbench(path: path)
    // The database keeps whatever digest it is given; hashing is not a part of storing rows.
    let record = CorpusRecord(name: "measured", contentSHA256: "", source: "generated", seed: seed)
    return try workbench.writeCorpus(record) { writer in
      for chunk in chunks { try writer.append(chunk) }
      return String(repeating: "0", count: 64)
    }.messages
  }

  /// Examples to a calibrated model; the answer counts conversations and mixes the model's bytes.
  private static func training(_ name: String, _ chunks: [Chunk]) -> CaseWork {
    let all = Examples(chunks)
    let (training, validation) = (all.part(.train), all.part(.validation))
    var model: (any Detector)?
    return CaseWork {
      model = try DetectorCatalogue.train(name, on: training, validation: validation, seed: 1)
    } answer: {
      var answer = Answer(count: training.items.count + validation.items.count)
      for byte in model?.encoded() ?? [] {
        answer.digest = (answer.digest ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      return answer
    }
  }

  /// A score after every message; the answer counts messages and mixes the bits of the scores.
  private static func scoring(_ detector: any Detector, _ chunks: [Chunk]) -> CaseWork {
    var pass = ScoringPass(detector)
    return CaseWork {
      pass.restart()
      for chunk in chunks { pass.score(chunk) }
    } answer: {
      Answer(count: pass.answer.decisions, digest: pass.answer.digest)
    }
  }
}
