import Glibc

/// A file, or standard input for `-`, read in blocks.
struct ByteSource: ~Copyable {
  /// What messages call the file.
  let name: String
  private let descriptor: Int32

  init(path: String) throws(UnreadableFile) {
    if path == "-" {
      (name, descriptor) = ("standard input", STDIN_FILENO)
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.failure(name) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Reads at most as much as fits between two positions of `buffer`; 0 at the end of the file.
  mutating func read(into buffer: inout [UInt8], at range: Range<Int>) throws(UnreadableFile) -> Int
  {
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes in
        Glibc.read(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[range]).baseAddress, range.count
        )
      }
      if count >= 0 { return count }
      if errno != EINTR { throw Self.failure(name) }
    }
  }

  private static func failure(_ name: String) -> UnreadableFile {
    UnreadableFile(path: name, reason: String(cString: strerror(errno)))
  }
}
