public import CorpusFormats
import Glibc

/// Hands on the lines of a descriptor as they arrive, without their newline; blank lines are skipped.
///
/// - Parameter body: the line and its 1-based number.
/// - Throws: `FormatError` for a line over 64 MiB, `UnreadableFile`, and what `body` throws.
func readLines(
  of descriptor: Int32, name: String, _ body: (Span<UInt8>, Int) throws -> Void
) throws {
  let limit = 64 << 20
  var block = [UInt8](repeating: 0, count: 1 << 16)
  var pending: [UInt8] = []
  var number = 0
  func end() throws {
    number += 1
    if pending.last == 0x0D { pending.removeLast() }
    if !pending.isEmpty { try body(pending.span, number) }
    pending.removeAll(keepingCapacity: true)
  }
  while true {
    let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else {
      throw UnreadableFile(path: name, reason: String(cString: strerror(errno)))
    }
    if count == 0 { break }
    for byte in block[..<count] {
      if byte == 0x0A {
        try end()
      } else {
        pending.append(byte)
      }
    }
    guard pending.count <= limit else {
      throw FormatError(
        file: name, line: number + 1, reason: "the line passes 64 MiB; expected a shorter one")
    }
  }
  if !pending.isEmpty { try end() }
}

extension StreamRater {
  /// Observes the messages of standard input, one JSON object a line.
  ///
  /// - Parameter alert: called the moment a policy fires.
  /// - Throws: `FormatError` for a bad line, unless `isLenient`; what `alert` throws.
  public mutating func observeStandardInput(
    checkpoint: () throws -> Void, skipped: ((FormatError) -> Void)? = nil,
    alert: (Alert) throws -> Void
  ) throws {
    let name = "standard input"
    try readLines(of: STDIN_FILENO, name: name) { line, number in
      try checkpoint()
      do {
        let message = try JSONL.streamedMessage(line, file: name, number: number)
        if let raised = observe(message) { try alert(raised) }
      } catch let error as FormatError {
        guard let skipped else { throw error }
        skipped(error)
      }
    }
  }
}
