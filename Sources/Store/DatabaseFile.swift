import Glibc

/// What the first bytes of a file say of it, read without SQLite.
///
/// SQLite itself could change a file that is not ours: it rolls back a hot journal and checkpoints a
/// write-ahead log when it opens one. So nothing but the file's own header decides whether it may.
enum DatabaseFile {
  /// `NLGT`: the number at offset 68 of every database that Nightlight makes.
  static let applicationID: Int32 = 0x4E4C_4754

  /// What may be done with a file.
  enum State: Equatable {
    /// Missing or empty.
    case new
    /// Made by Nightlight.
    case ours
  }

  /// Looks at the file at `path`.
  ///
  /// The header's layout: https://www.sqlite.org/fileformat.html#the_database_header
  ///
  /// - Throws: ``StoreError`` where it is no database, another program's, or cannot be read.
  static func state(path: String, knownVersion: Int) throws(StoreError) -> State {
    guard !path.isEmpty else {
      // SQLite would make a database that goes with the connection.
      throw .cannotOpen(path: "''", reason: "empty path")
    }
    guard path != ":memory:" else { return .new }
    guard let header = try header(path: path) else { return .new }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notADatabase(path: path)
    }
    guard number(header, at: 68) == applicationID else { throw .otherApplication(path: path) }
    let version = Int(number(header, at: 60))
    guard version <= knownVersion else {
      throw .newerDatabase(path: path, version: version, known: knownVersion)
    }
    return .ours
  }

  /// The first 100 bytes, fewer of a shorter file, nil where it is missing or empty.
  private static func header(path: String) throws(StoreError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }  // whether it can be made, SQLite will say
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen(path: path, reason: "not a regular file")
    }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    return count == 0 ? nil : Array(bytes.prefix(count))
  }

  /// The big-endian number of four bytes at `offset`.
  private static func number(_ header: [UInt8], at offset: Int) -> Int32 {
    header[offset..<offset + 4].reduce(0) { $0 << 8 | Int32($1) }
  }
}
