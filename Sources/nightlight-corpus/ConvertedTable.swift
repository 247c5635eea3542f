import Chat
import CommandLineKit
import CorpusFormats
import Glibc

/// A CSV file as canonical JSONL, in a temporary file that lives as long as the value.
final class ConvertedTable {
  let path: String

  init() throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/nightlight-table-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileFailure(path: folder, number: errno) }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { unlink(path) }

  /// Reads the table at `source`; what a lenient reader left out.
  func convert(
    _ source: String, _ positiveLabel: String?, isLenient: Bool
  ) throws -> [FormatError] {
    var file = try FileOutput(path: path)
    var bytes: [UInt8] = []
    let summary = try CSV.read(
      path: source, positiveLabel: positiveLabel, isLenient: isLenient
    ) { chunk in
      try Interruption.check()
      bytes.removeAll(keepingCapacity: true)
      for index in chunk.conversations.indices {
        JSONL.append(chunk, conversation: index, to: &bytes)
      }
      try file.write(bytes)
    }
    try file.commit()
    return summary.skipped
  }
}
