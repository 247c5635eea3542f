import CAssets
import TextFeatures

/// Rewrites the text of a message as a view lets it be read. O(bytes), no allocation once grown.
enum TextMask: Sendable {
  /// Numbers, links and given names become placeholders.
  case redacted
  /// Every token becomes sixteen letters that only the key can tie to it.
  case hashed(SipHash)
  /// Every byte becomes a space.
  case lengthOnly

  /// The mask of a view; nil where the view leaves text as it is.
  ///
  /// - Parameter salt: the key of ``View/hashed``; equal salts give equal hashes.
  init?(_ view: View, salt: UInt64) {
    switch view {
    case .redacted: self = .redacted
    case .hashed: self = .hashed(SipHash(key: (salt, 0x7669_6577_2068_6173)))
    case .metadata: self = .lengthOnly
    case .full, .profile, .lastK, .reported: return nil
    }
  }

  /// Appends what may be read of `text`. `tokens` is scratch.
  func append(_ text: Span<UInt8>, to output: inout [UInt8], _ tokens: inout [Token]) {
    switch self {
    case .lengthOnly: output.append(contentsOf: repeatElement(0x20, count: text.count))
    case .hashed(let hash):
      Tokenizer.append(text, to: &tokens)
      for token in tokens {
        if token != tokens.first { output.append(0x20) }
        Self.append(hash.hash(token.hash), to: &output)
      }
      tokens.clearScratch()
    case .redacted: Self.redact(text, to: &output, &tokens)
    }
  }

  /// Four bits a letter, `a` to `p`.
  private static func append(_ word: UInt64, to output: inout [UInt8]) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      output.append(0x61 + UInt8(truncatingIfNeeded: word >> shift & 15))
    }
  }

  private static let number = Array("<_number_>".utf8)
  private static let link = Array("<_link_>".utf8)
  private static let name = Array("<_name_>".utf8)
  /// The hash of every number of 1 to 40 digits: the tokenizer counts a number by its length.
  private static let numbers: Set<UInt64> = Set(
    (1...40).flatMap { hashes(of: String(repeating: "0", count: $0)) })
  /// The hashes of common given names.
  private static let names: Set<UInt64> = {
    let asset = redaction_given_names()
    let bytes = UnsafeBufferPointer(start: asset.bytes, count: asset.count)
    return Set(hashes(of: String(decoding: bytes, as: UTF8.self)))
  }()

  private static func hashes(of text: String) -> [UInt64] {
    var tokens: [Token] = []
    Tokenizer.append(Array(text.utf8).span, to: &tokens)
    return tokens.map(\.hash)
  }

  private static func redact(
    _ text: Span<UInt8>, to output: inout [UInt8], _ tokens: inout [Token]
  ) {
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, text[end] > 0x20 { end += 1 }
      if isLink(text, index, end) {
        output += link
      } else {
        let word = text.extracting(index..<end)
        var copied = 0
        Tokenizer.append(word, to: &tokens)
        for token in tokens {
          let isNumber = numbers.contains(token.hash)
          guard isNumber || names.contains(token.hash) else { continue }
          copy(word, copied..<token.start, to: &output)
          output += isNumber ? number : name
          copied = token.end
        }
        tokens.clearScratch()
        copy(word, copied..<word.count, to: &output)
      }
      index = end
      while index < text.count, text[index] <= 0x20 {
        output.append(text[index])
        index += 1
      }
    }
  }

  private static func copy(_ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    for index in range { output.append(text[index]) }
  }

  /// Whether a word looks like a web or mail address or a handle: it holds `://` or `@`, begins with
  /// `www.`, or holds a dot between letters or digits with two letters or more after the last one.
  private static func isLink(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var lastDot = -1
    for index in start..<end {
      let byte = text[index]
      if byte == 0x40, end - start > 1 { return true }
      if byte == 0x3A, index + 2 < end, text[index + 1] == 0x2F, text[index + 2] == 0x2F {
        return true
      }
      if byte == 0x2E { lastDot = index }
    }
    guard lastDot > start, isAlphanumeric(text[lastDot - 1]) else { return false }
    var letters = 0
    while lastDot + 1 + letters < end, isLetter(text[lastDot + 1 + letters]) { letters += 1 }
    return letters >= 2
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || byte &- 0x30 < 10 }
}
