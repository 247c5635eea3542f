import CommandLineKit
import Foundation
import Reports
import Store

/// What a table or a figure is made of: a file that `table --format json` wrote, or the database.
func reportData(
  from file: String?, or common: CommonOptions, corpus: String?, split: String?,
  depth: ReportData.Depth
) throws -> ReportData {
  guard let file else {
    let workbench = try ReportData.openWorkbench(at: common.databasePath)
    return try ReportData.gather(
      from: workbench, corpus: corpus, split: split, depth: depth, version: suiteVersion
    ) { _ in try Interruption.check() }
  }
  return try ReportData(tableFile: bytes(of: file), path: file).keeping(
    corpus: corpus, split: split)
}

/// The bytes of a file.
///
/// - Throws: `FileFailure`.
func bytes(of path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileFailure(path: path, number: errno) }
  let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  do { return Array(try file.readToEnd() ?? Data()) } catch {
    throw FileFailure(path: path, number: EIO)
  }
}
