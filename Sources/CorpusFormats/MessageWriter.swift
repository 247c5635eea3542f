import Chat

/// Writes the messages of one conversation as JSON objects.
///
/// What seldom changes from one message to the next (the names of those who write; sitting and
/// stage) is kept as the bytes it gives.
struct MessageWriter {
  /// `{"author":"…"` for every author, one behind the other.
  private var openings: [UInt8] = []
  private var openingEnds: [Int] = [0]
  /// What stands between the text and the signs: the closing quote, sitting and stage.
  private var tail: [UInt8] = []
  private var session: UInt32 = 0
  private var stage: UInt8 = 255

  init(authors: [String]) {
    for author in authors {
      openings.append("{\"author\":")
      JSONL.append(string: author, to: &openings)
      openingEnds.append(openings.count)
    }
    setTail()
  }

  /// Adds message `index`; `extra` holds its unknown members. O(bytes).
  mutating func append(
    _ messages: borrowing MessageColumns, _ index: Int, _ extra: [UInt8], to bytes: inout [UInt8]
  ) {
    if messages.session[index] != session || messages.stage[index] != stage {
      (session, stage) = (messages.session[index], messages.stage[index])
      setTail()
    }
    let author = Int(messages.author[index])
    let opening = openingEnds[author]..<openingEnds[author + 1]
    let style = messages.timeStyle[index]
    let time = messages.time[index]
    let isWritten = style.kind == .iso || style.kind == .clock
    let verbatim = 0..<(isWritten && style.isVerbatim ? Self.endOfVerbatimTime(extra) : 0)
    let texts = messages.text.span
    let text = messages.textRange(index)
    let room = opening.count + TimeStyle.longest + verbatim.count + text.count + tail.count + 40
    var end = text.lowerBound
    let (openings, tail) = (openings.span, tail.span)
    bytes.append(addingCapacity: room) { output in
      output.append(openings, opening)
      switch style.kind {
      case .absent: break
      case .integer:
        output.append(",\"time\":")
        style.append(time, to: &output)
      case .iso, .clock:
        guard verbatim.isEmpty else {
          output.append(UInt8(ascii: ","))
          output.append(extra.span, verbatim)
          break
        }
        output.append(",\"time\":\"")
        style.append(time, to: &output)
        output.append(UInt8(ascii: "\""))
      }
      output.append(",\"text\":\"")
      end = JSONL.appendPlain(texts, text, to: &output)
      if end == text.upperBound { output.append(tail, 0..<tail.count) }
    }
    if end < text.upperBound {
      JSONL.appendContent(texts, end..<text.upperBound, to: &bytes)
      bytes.append(tail, 0..<tail.count)
    }
    if !messages.signs[index].isEmpty {
      bytes.append(",\"signs\":[")
      Self.append(messages.signs[index].rawValue, Self.signNames, to: &bytes)
    }
    if !messages.cues[index].isEmpty {
      bytes.append(",\"cues\":[")
      Self.append(messages.cues[index].rawValue, Self.cueNames, to: &bytes)
    }
    if verbatim.upperBound < extra.count {
      if verbatim.isEmpty { bytes.append(UInt8(ascii: ",")) }
      bytes.append(extra.span, verbatim.upperBound..<extra.count)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func setTail() {
    tail.removeAll(keepingCapacity: true)
    tail.append(UInt8(ascii: "\""))
    if session != 0 {
      tail.append(",\"session\":")
      tail.append(decimal: UInt64(session))
    }
    if stage != 255 {
      tail.append(",\"stage\":\"")
      tail.append(contentsOf: Self.stageNames[Int(stage)])
      tail.append(UInt8(ascii: "\""))
    }
  }

  /// Where the member `"time":"…"` at the start of the unknown members ends; 0 where there is none.
  private static func endOfVerbatimTime(_ extra: [UInt8]) -> Int {
    let key = Array("\"time\":\"".utf8)
    guard extra.starts(with: key),
      let quote = extra.dropFirst(key.count).firstIndex(of: UInt8(ascii: "\""))
    else { return 0 }
    return quote + 1
  }

  /// The names of a set's cases and the closing bracket.
  private static func append(_ bits: UInt32, _ names: [[UInt8]], to bytes: inout [UInt8]) {
    var rest = bits
    while rest != 0 {
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: names[rest.trailingZeroBitCount])
      bytes.append(UInt8(ascii: "\""))
      rest &= rest - 1
      if rest != 0 { bytes.append(UInt8(ascii: ",")) }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static let stageNames = Stage.allCases.map { Array($0.rawValue.utf8) }
  private static let signNames = Sign.allCases.map { Array($0.rawValue.utf8) }
  private static let cueNames = Cue.allCases.map { Array($0.rawValue.utf8) }
}
