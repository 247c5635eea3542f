import Foundation
import Testing

@testable import CommandLineKit

@Suite struct FileOutputTests {
  let folder = NSTemporaryDirectory() + "nightlight-output-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test func aCommittedFileIsWhole() throws {
    do {
      var output = try FileOutput(path: folder + "/a.txt")
      try output.write(Array("hello".utf8))
      #expect(!FileManager.default.fileExists(atPath: folder + "/a.txt"))
      try output.commit()
    }
    #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == "hello")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
  }

  @Test func withoutACommitNothingIsLeft() throws {
    do {
      var output = try FileOutput(path: folder + "/a.txt")
      try output.write([UInt8](repeating: 1, count: 1 << 19))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func aMissingFolderIsNamed() {
    do throws(FileFailure) {
      _ = try FileOutput(path: folder + "/none/a.txt")
      Issue.record("opened a file in a missing folder")
    } catch {
      #expect(error.description == "\(folder)/none/a.txt: No such file or directory")
    }
  }

  @Test func aFullDiskIsAnError() throws {
    var output = try FileOutput(path: "/dev/full")
    do throws(FileFailure) {
      try output.write([UInt8](repeating: 1, count: 1 << 19))
      Issue.record("wrote to a full disk")
    } catch {
      #expect(error == FileFailure(path: "/dev/full", number: 28))
    }
  }
}
