import CorpusGeneration
import Experiments
import Foundation

/// A corpus generated to a JSONL file, and how much it was.
struct GeneratedFile: Equatable {
  var conversations = 0
  var bytes = 0

  /// Generates the whole corpus of `generator` to `path`, on some threads.
  init(_ generator: Generator, path: String, threads: Int) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try CorpusGenerationWork(generator, threads: threads).writeLines { lines, count in
      try file.write(contentsOf: lines)
      bytes += lines.count
      conversations += count
    }
  }

  /// What a generation is expected to come to.
  init(conversations: Int, bytes: Int) { (self.conversations, self.bytes) = (conversations, bytes) }
}
