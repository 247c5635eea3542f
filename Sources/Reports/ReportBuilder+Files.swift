import Foundation
import Glibc

extension ReportBuilder {
  /// Refuses to replace a folder that holds anything no report wrote: one without the `marker`.
  static func checkReplaceable(
    _ path: String, marker: String = marker
  ) throws(ReportError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue,
      let content = try? FileManager.default.contentsOfDirectory(atPath: path),
      content.isEmpty || content.contains(marker)
    else { throw .notAReport(path: path) }
  }

  /// Gives a finished folder its name; the one that had it is moved aside first and removed last.
  static func replace(_ target: String, with draft: String) throws(ReportError) {
    let old = "\(draft).old"
    let hadOld = rename(target, old) == 0
    if !hadOld, errno != ENOENT {
      throw .unwritable(path: target, reason: String(cString: strerror(errno)))
    }
    guard rename(draft, target) == 0 else {
      let reason = String(cString: strerror(errno))
      if hadOld { rename(old, target) }
      throw .unwritable(path: target, reason: reason)
    }
    if hadOld { try? FileManager.default.removeItem(atPath: old) }
  }

  /// Writes a file of the draft.
  static func save(_ text: String, to path: String) throws(ReportError) {
    try attempt(path) { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
  }

  /// Reads a file of the draft.
  static func load(_ path: String) throws(ReportError) -> String {
    var text = ""
    try attempt(path) { text = try String(contentsOfFile: path, encoding: .utf8) }
    return text
  }

  /// Does file work; a failure becomes one sentence with the path.
  static func attempt(_ path: String, _ work: () throws -> Void) throws(ReportError) {
    do { try work() } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }
}

/// Whether a path names something that is there and is no folder.
func isFile(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
}
