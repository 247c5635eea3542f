/// The records of a CSV file (RFC 4180) one after the other; a field in quotes may span lines.
///
/// A byte-order mark, CRLF, blank lines between records and a missing last newline are accepted.
struct CSVRecordReader: ~Copyable {
  /// The fields of the record at hand, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// 1-based line on which the record at hand begins.
  private(set) var line = 0
  private var lines: LineReader
  /// Where in a field the last byte stood.
  private enum State { case start, plain, quoted, closed }

  init(path: String) throws(UnreadableFile) {
    lines = try LineReader(path: path, limit: JSONL.maximumLineBytes)
  }

  var file: String { lines.name }
  var lastLine: Int { lines.number }
  var count: Int { ends.count }

  /// Where field `index` stands in ``bytes``.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  func string(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  /// Moves to the next record; false at the end of the file.
  mutating func next() throws -> Bool {
    // The buffers are taken out, so that they can grow while the line is lent.
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    swap(&bytes, &self.bytes)
    swap(&ends, &self.ends)
    defer {
      swap(&bytes, &self.bytes)
      swap(&ends, &self.ends)
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var state = State.start
    while true {
      switch try lines.next() {
      case .end:
        guard state == .quoted else { return false }
        throw fault(line, "the file ends in a field in quotes; expected its closing quote")
      case .tooLong: throw fault(lines.number, "longer than 64 MiB; expected no longer line")
      case .found(var range):
        if state != .quoted {
          range = content(range)
          if range.isEmpty { continue }
          line = lines.number
        }
        do throws(LineFault) {
          try Self.read(lines.buffer.span, range, &state, &bytes, &ends)
        } catch {
          throw fault(lines.number, error.reason)
        }
        if state == .quoted {
          bytes.append(UInt8(ascii: "\n"))
          guard bytes.count <= JSONL.maximumLineBytes else {
            throw fault(line, "a record longer than 64 MiB; expected none longer")
          }
          continue
        }
        ends.append(bytes.count)
        return true
      }
    }
  }

  /// A line without a byte-order mark; empty where nothing but a carriage return stands in it.
  private func content(_ range: Range<Int>) -> Range<Int> {
    let text = lines.buffer.span
    var start = range.lowerBound
    if lines.number == 1, range.count >= 3, text.word(at: start) & 0xff_ffff == 0xbf_bbef {
      start += 3
    }
    let isBlank = range.upperBound == start + 1 && text[start] == 0x0d
    return (isBlank ? range.upperBound : start)..<range.upperBound
  }

  /// Reads one line, which begins in `state`.
  private static func read(
    _ text: Span<UInt8>, _ range: Range<Int>, _ state: inout State, _ bytes: inout [UInt8],
    _ ends: inout [Int]
  ) throws(LineFault) {
    let behindQuote = LineFault(
      "text behind a closing quote; expected a comma or the end of the line")
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte >= 0x80 {
        let end = text.endOfMultibyte(from: position)
        guard end > position else { throw LineFault("invalid UTF-8; expected UTF-8") }
        if state == .closed { throw behindQuote }
        if state == .start { state = .plain }
        bytes.append(text, position..<end)
        position = end
        continue
      }
      if byte == 0 { throw LineFault("a NUL byte; expected text without NUL") }
      position += 1
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")):
        if text[position] == UInt8(ascii: "\"") {
          bytes.append(byte)
          position += 1
        } else {
          state = .closed
        }
      case (.quoted, _): bytes.append(byte)
      case (_, UInt8(ascii: ",")):
        ends.append(bytes.count)
        state = .start
      // The carriage return of CRLF.
      case (_, 0x0d) where position == range.upperBound: break
      case (.start, UInt8(ascii: "\"")): state = .quoted
      case (.closed, _): throw behindQuote
      case (_, UInt8(ascii: "\"")):
        throw LineFault("a quote in a field without quotes; expected the field in quotes")
      default:
        state = .plain
        bytes.append(byte)
      }
    }
  }

  private func fault(_ line: Int, _ reason: String) -> FormatError {
    FormatError(file: lines.name, line: line, reason: reason)
  }
}
