import Foundation
import Testing

@testable import Reports

@Suite struct ReportBuilderFilesTests {
  @Test func aDraftTakesTheNameAndTheOldFolderGoes() throws {
    let base = NSTemporaryDirectory() + "replace-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: base) }
    for name in ["target", "draft"] {
      try FileManager.default.createDirectory(
        atPath: "\(base)/\(name)", withIntermediateDirectories: true)
      try ReportBuilder.save(name, to: "\(base)/\(name)/file")
    }
    try ReportBuilder.replace("\(base)/target", with: "\(base)/draft")
    #expect(try ReportBuilder.load("\(base)/target/file") == "draft")
    #expect(try FileManager.default.contentsOfDirectory(atPath: base) == ["target"])
  }

  @Test func aDraftThatIsNotThereLeavesTheOldFolder() throws {
    let base = NSTemporaryDirectory() + "replace-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: base) }
    try FileManager.default.createDirectory(
      atPath: "\(base)/target", withIntermediateDirectories: true)
    #expect(throws: ReportError.self) {
      try ReportBuilder.replace("\(base)/target", with: "\(base)/draft")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: base) == ["target"])
  }

  @Test func anUnwritableFileIsNamed() {
    #expect {
      try ReportBuilder.save("x", to: "/nowhere/file")
    } throws: { "\($0)".hasPrefix("/nowhere/file: ") }
  }

  @Test func aFolderIsNoFile() {
    #expect(isFile(#filePath))
    #expect(!isFile(NSTemporaryDirectory()))
    #expect(!isFile("/nowhere"))
  }
}
