import Glibc

/// A file of the data that a corpus is made from: its path as the user sees it and its bytes.
struct SourceFile {
  let path: String
  let bytes: [UInt8]

  /// Bytes that are at hand already.
  init(path: String, text: String) { (self.path, bytes) = (path, Array(text.utf8)) }

  /// Reads the whole file.
  init(path: String) throws(GenerationError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      if count == 0 { break }
      bytes.append(contentsOf: block[..<count])
    }
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .invalid(file: path, line: nil, reason: "not UTF-8 text")
    }
  }

  /// The names in a folder, sorted by bytes; hidden ones are left out.
  static func names(in folder: String) throws(GenerationError) -> [String] {
    guard let stream = opendir(folder) else { throw failure(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether something stands at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// `path` as seen from the folder of `file`.
  static func resolve(_ path: String, from file: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  private static func failure(_ path: String) -> GenerationError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
