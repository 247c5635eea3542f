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
  do { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
    let number = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
    throw FileFailure(path: path, number: Int32(number ?? Int(EIO)))
  }
}
