import Foundation
import Testing

@testable import CorpusGeneration

@Suite struct SourceFileTests {
  @Test func paths_are_seen_from_the_file_that_names_them() {
    #expect(SourceFile.resolve("../b", from: "x/a.json") == "x/../b")
    #expect(SourceFile.resolve("b", from: "a.json") == "b")
    #expect(SourceFile.resolve("/b", from: "x/a.json") == "/b")
  }

  @Test func files_are_read_whole_and_checked() throws {
    let folder = NSTemporaryDirectory() + "nightlight-source-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // More than one block.
    let text = String(repeating: "é", count: 40_000)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/b"))
    try Data([0xFF]).write(to: URL(fileURLWithPath: folder + "/a"))
    try Data().write(to: URL(fileURLWithPath: folder + "/.hidden"))
    #expect(try SourceFile(path: folder + "/b").bytes == Array(text.utf8))
    #expect(failure { _ = try SourceFile(path: folder + "/a") } == "\(folder)/a: not UTF-8 text")
    #expect(try SourceFile.names(in: folder) == ["a", "b"])
    #expect(SourceFile.exists(folder + "/a"))
    #expect(!SourceFile.exists(folder + "/c"))
    #expect(
      failure { _ = try SourceFile(path: folder + "/c") }?.hasPrefix(folder + "/c: ") == true)
    #expect(failure { _ = try SourceFile.names(in: folder + "/c") } != nil)
  }
}
