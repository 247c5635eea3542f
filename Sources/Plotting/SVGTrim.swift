/// An SVG of gnuplot without what no eye can see: a report holds dozens of them.
enum SVGTrim {
  /// The SVG with coordinates of paths cut to a tenth of a dot, without groups that hold nothing and
  /// without filters, which none of our plots uses.
  /// O(bytes).
  static func applied(to svg: String) -> String {
    let bytes = Array(svg.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    var isInPath = false
    while index < bytes.count {
      let byte = bytes[index]
      if isInPath {
        isInPath = byte != UInt8(ascii: "'")
        if byte == UInt8(ascii: ".") {
          let end = endOfDigits(after: index, in: bytes)
          kept.append(contentsOf: bytes[index..<min(end, index + 2)])
          index = end
          continue
        }
      } else if starts(with: " d='", at: index, in: bytes) {
        kept.append(contentsOf: bytes[index..<index + 4])
        index += 4
        isInPath = true
        continue
      } else if starts(with: "<g ", at: index, in: bytes),
        let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")),
        starts(with: ">\n</g>\n", at: close, in: bytes)
      {
        index = close + 7
        continue
      } else if starts(with: "\t<filter ", at: index, in: bytes),
        let end = firstIndex(of: "</filter>\n", from: index, in: bytes)
      {
        index = end + 10
        continue
      }
      kept.append(byte)
      index += 1
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func endOfDigits(after point: Int, in bytes: [UInt8]) -> Int {
    var end = point + 1
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    return end
  }

  private static func firstIndex(
    of text: StaticString, from start: Int, in bytes: [UInt8]
  ) -> Int? {
    (start..<bytes.count).first { starts(with: text, at: $0, in: bytes) }
  }

  private static func starts(with text: StaticString, at index: Int, in bytes: [UInt8]) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return text.withUTF8Buffer { bytes[index..<index + count].elementsEqual($0) }
  }
}
