import Foundation

/// How large a program is where it counts: the bytes of its file that are loaded to run it.
///
/// Symbols and debug information, which `strip` removes, are not loaded and so not counted; the file
/// itself grows with the length of names and with what the linker keeps for debuggers.
enum BinarySize {
  /// The sum of the loaded segments (`PT_LOAD`) of a 64-bit little-endian ELF file; nil for another
  /// file.
  static func loadedBytes(_ file: Data) -> Int? {
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= file.count else { return nil }
      return (0..<count).reversed().reduce(0) {
        $0 << 8 | Int(file[file.startIndex + offset + $1])
      }
    }
    guard file.prefix(6) == Data([0x7F, 0x45, 0x4C, 0x46, 2, 1]),
      let start = number(32, 8), let size = number(54, 2), let count = number(56, 2), size >= 56
    else { return nil }
    var bytes = 0
    for index in 0..<count {
      let header = start + index * size
      guard let type = number(header, 4), let length = number(header + 32, 8) else { return nil }
      if type == 1 { bytes += length }
    }
    return bytes
  }
}
