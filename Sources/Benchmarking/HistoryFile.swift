import Foundation
import Glibc

/// A file that only grows, by whole lines of JSON.
///
/// Readers and writers lock the file (`flock`), so that none sees a line half written; all lines of
/// an append are one `write`, so that a process which is killed leaves all of them or none. What a
/// machine that lost its power left of a line is taken off by the next append.
enum HistoryFile {
  /// The values of all lines, in the order of the file; blank lines are skipped.
  static func read<Line: HistoryLine>(
    _: Line.Type = Line.self, path: String
  ) throws(HistoryError) -> [Line] {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    lock(descriptor, LOCK_SH)
    let bytes = try content(descriptor, path: path)
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    var values: [Line] = []
    for (index, line) in lines.enumerated() where !isBlank(line) {
      do throws(HistoryFault) {
        values.append(try Line(line: line))
      } catch {
        // Only the last part has no newline behind it.
        if index == lines.count - 1, isTorn(line) {
          throw .tornLine(path: path, line: index + 1)
        }
        throw .badLine(
          path: path, line: index + 1, problem: error.problem, expected: error.expected)
      }
    }
    return values
  }

  /// Adds a line for each value; creates the file where there is none. Nothing is written if a value
  /// has a fault or the disk is full.
  static func append<Line: HistoryLine>(
    _ values: [Line], to path: String
  ) throws(HistoryError) {
    var addition = Data()
    for value in values {
      do throws(HistoryFault) {
        addition.append(try value.line())
      } catch {
        throw .badValue(name: value.name, problem: error.problem, expected: error.expected)
      }
    }
    let descriptor = try open(path, O_RDWR | O_APPEND | O_CREAT)
    defer { close(descriptor) }
    lock(descriptor, LOCK_EX)
    let tail = try lastLine(descriptor, path: path)
    if isTorn(tail.bytes), (try? Line(line: tail.bytes)) == nil {
      guard ftruncate(descriptor, off_t(tail.start)) == 0 else { throw failure(path) }
    } else if !tail.bytes.isEmpty {
      addition.insert(newline, at: addition.startIndex)
    }
    guard !values.isEmpty else { return }
    let size = lseek(descriptor, 0, SEEK_END)
    let written = addition.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == addition.count, fsync(descriptor) == 0 else {
      let error = written < 0 ? failure(path) : .file(path: path, reason: "no space left for it")
      ftruncate(descriptor, size)
      throw error
    }
  }

  /// Whether something has that name.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static let newline = UInt8(ascii: "\n")

  /// Whether what stands after the last newline may be half of a line that this file writes: every
  /// such line starts with a brace. Anything else is somebody's own text, and is left for him.
  private static func isTorn(_ tail: Data) -> Bool { tail.first == UInt8(ascii: "{") }

  private static func isBlank(_ line: Data) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
  }

  /// What stands after the last newline, and where it starts.
  private static func lastLine(
    _ descriptor: Int32, path: String
  ) throws(HistoryError) -> (bytes: Data, start: Int) {
    let bytes = try content(descriptor, path: path)
    let start = bytes.lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
    return (bytes[start...], start)
  }

  private static func open(_ path: String, _ flags: Int32) throws(HistoryError) -> Int32 {
    let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .file(path: path, reason: "not a regular file")  // a device may never end
    }
    return descriptor
  }

  /// Waits for the lock. A file system that has none leaves the file unlocked.
  private static func lock(_ descriptor: Int32, _ kind: Int32) {
    while flock(descriptor, kind) != 0, errno == EINTR {}
  }

  private static func content(_ descriptor: Int32, path: String) throws(HistoryError) -> Data {
    var bytes = Data()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count > 0 {
        bytes.append(contentsOf: block[..<count])
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw failure(path)
      }
    }
  }

  private static func failure(_ path: String) -> HistoryError {
    .file(path: path, reason: String(cString: strerror(errno)))
  }
}
