import Glibc

/// Why a file could not be written or read: the path and the system's reason.
public struct FileFailure: Error, Equatable, CustomStringConvertible {
  /// The path as the user gave it.
  public let path: String
  /// The system's reason, such as `No space left on device`.
  public let reason: String
  /// `path: reason`
  public var description: String { "\(path): \(reason)" }

  /// A failure with the text of an error number.
  public init(path: String, number: Int32) {
    self.path = path
    reason = String(cString: strerror(number))
  }
}

/// Where a command puts its data: a file that appears whole or not at all, or standard output (`-`).
///
/// Bytes go to `PATH.partial-PID`; ``commit()`` renames it. A value that is dropped without a commit
/// removes what it wrote.
///
/// ```swift
/// var output = try FileOutput(path: "table.csv")
/// try output.write(Array("a,b\n".utf8))
/// try output.commit()
/// ```
public struct FileOutput: ~Copyable {
  private let path: String
  private let temporary: String?
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isOpen = true

  /// Opens the place; throws when the folder does not exist or may not be written.
  public init(path: String) throws(FileFailure) {
    self.path = path
    if path == "-" {
      (temporary, descriptor) = (nil, STDOUT_FILENO)
      return
    }
    // A device or pipe cannot be renamed over: it is written as it is.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let opened = open(path, O_WRONLY | O_CLOEXEC)
      guard opened >= 0 else { throw FileFailure(path: path, number: errno) }
      (temporary, descriptor) = (nil, opened)
      return
    }
    let name = "\(path).partial-\(getpid())"
    let opened = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw FileFailure(path: path, number: errno) }
    (temporary, descriptor) = (name, opened)
  }

  deinit {
    guard isOpen, descriptor != STDOUT_FILENO else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  /// Adds bytes; they reach the file in blocks of 256 KiB.
  public mutating func write(_ bytes: some Sequence<UInt8>) throws(FileFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Hands everything to the system.
  public mutating func flush() throws(FileFailure) {
    let number = writeAll(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
    guard number == 0 else { throw FileFailure(path: path, number: number) }
  }

  /// Flushes, makes the bytes durable and gives the file its name.
  public mutating func commit() throws(FileFailure) {
    try flush()
    guard descriptor != STDOUT_FILENO else { return }
    guard let temporary else {
      isOpen = false
      close(descriptor)
      return
    }
    guard fsync(descriptor) == 0 else { throw FileFailure(path: path, number: errno) }
    isOpen = false
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw FileFailure(path: path, number: number)
    }
  }
}
