import Foundation

/// A path of its own for one database, removed with the value.
final class TemporaryFile {
  private let directory: URL
  let path: String

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "nightlight-sqlite-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    path = directory.appending(path: "test.sqlite").path
  }

  deinit { try? FileManager.default.removeItem(at: directory) }
}
