import Chat
import CommandLineKit
import CorpusFormats
import CorpusGeneration
import Experiments
import Foundation

/// The files that every contestant reads: one generated corpus in its three splits.
struct PeerCorpus {
  /// What is known of a conversation when its score is judged.
  struct Truth {
    var isPositive: [Bool] = []
    var messageCounts: [Int] = []
  }

  /// The splits, in the order in which contestants take their files.
  static let splits = [Split.train, .validation, .test]

  /// Where each split is.
  private(set) var paths: [Split: String] = [:]
  /// The truth of each split, in the order of its file.
  private(set) var truths: [Split: Truth] = [:]
  /// How many bytes the whole corpus has.
  let bytes: Int

  /// Generates the corpus and writes its splits; conversations of other splits are left out.
  init(_ generator: Generator, folder: TemporaryFolder) throws {
    let all = folder.file("corpus.jsonl")
    bytes = try GeneratedFile(generator, path: all, threads: availableThreads).bytes
    for split in Self.splits {
      let path = folder.file("\(split.rawValue).jsonl")
      var output = try FileOutput(path: path)
      var truth = Truth()
      _ = try JSONL.read(path: all) { chunk in
        try Interruption.check()
        var lines: [UInt8] = []
        for (index, conversation) in chunk.conversations.enumerated()
        where conversation.split == split {
          JSONL.append(chunk, conversation: index, to: &lines)
          truth.isPositive.append(conversation.label == .grooming)
          truth.messageCounts.append(conversation.messages.count)
        }
        try output.write(lines)
      }
      try output.commit()
      (paths[split], truths[split]) = (path, truth)
    }
    try FileManager.default.removeItem(atPath: all)
  }

  /// The file of a split.
  func path(_ split: Split) -> String { paths[split] ?? "" }
  /// The truth of a split.
  func truth(_ split: Split) -> Truth { truths[split] ?? Truth() }
  /// How many conversations a split has.
  func conversations(_ split: Split) -> Int { truth(split).isPositive.count }
  /// How many messages a split has.
  func messages(_ split: Split) -> Int { truth(split).messageCounts.reduce(0, +) }
}
