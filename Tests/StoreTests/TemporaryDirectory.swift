import Chat
import Foundation
import Store

/// A directory of its own for one test, removed with the value.
final class TemporaryDirectory {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "nightlight-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String = "test.sqlite") -> String { url.appending(path: name).path }
}

extension Workbench {
  static let content = String(repeating: "0", count: 64)

  /// Stores a corpus of one chunk.
  @discardableResult
  func store(_ chunk: Chunk, name: String = "small") throws -> CorpusRecord {
    try writeCorpus(CorpusRecord(name: name, contentSHA256: "", source: "generated")) { writer in
      try writer.append(chunk)
      return Self.content
    }
  }
}
