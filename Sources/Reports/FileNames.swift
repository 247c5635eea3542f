/// Names of folders for corpora: whatever a corpus is called, its folder is a plain name of its own.
struct FileNames {
  private var taken: Set<String> = []

  /// A name of letters, digits, `-`, `_` and `.` that was not given before; case does not count, so
  /// that it is unique on every file system.
  mutating func name(for text: String) -> String {
    let base = String(Self.plain(text).drop { $0 == "." || $0 == "-" })
    let start = base.isEmpty ? "corpus" : base
    var name = start
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(start)-\(number)"
      number += 1
    }
    return name
  }

  /// A text in letters, digits, `-`, `_` and `.`, every other byte as `-`.
  static func plain(_ text: String) -> String {
    var plain = ""
    for byte in text.utf8.prefix(60) {
      let isPlain = isAlphanumeric(byte) || byte == 0x2d || byte == 0x5f || byte == 0x2e
      plain += isPlain ? String(UnicodeScalar(byte)) : "-"
    }
    return plain
  }
}
