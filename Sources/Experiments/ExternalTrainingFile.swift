import CorpusFormats
import Detection
import Foundation

/// The labelled conversations of the train split as canonical JSONL, for as long as somebody needs it.
final class ExternalTrainingFile: Sendable {
  private let folder: String
  /// The file.
  let path: String

  /// Writes the file in a new temporary folder that only this user can read.
  init(_ examples: Examples) throws {
    folder = NSTemporaryDirectory() + "nightlight-train-\(UUID().uuidString)"
    path = folder + "/train.jsonl"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    var bytes: [UInt8] = []
    for item in examples.items {
      JSONL.append(examples.chunks[item.chunk], conversation: item.conversation, to: &bytes)
      guard bytes.count >= 1 << 20 else { continue }
      try file.write(contentsOf: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try file.write(contentsOf: bytes)
    try file.close()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
