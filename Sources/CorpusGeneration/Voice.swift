internal import Statistics

/// The text of one message while it is being put together, and what its slots hold.
struct Voice {
  /// The text so far.
  var text = ByteBuffer()
  /// Where ``Slot/quote`` takes its text from.
  var quote = ByteBuffer()
  /// The filler of each slot in this message, or -1.
  var fillers = InlineArray<17, Int32>(repeating: -1)
  var topic = 0
  var pool = 0

  /// Forgets the message; the names of the next one are set after it.
  mutating func begin() {
    text.removeAll()
    fillers = InlineArray(repeating: -1)
  }

  /// Adds bytes of a grammar: one blank at most between words, none before a comma or a stop.
  @inline(__always) mutating func append(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    guard end > start else { return }
    var start = start
    let first = bytes[start]
    if first == 0x20 {
      if text.isEmpty || text.last == 0x20 { start += 1 }
    } else if first < 0x40, text.last == 0x20, Self.isStop(first) {
      text.removeLast()
    }
    text.append(bytes, start, end)
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"),
      UInt8(ascii: ";"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// Takes away blanks at the end.
  mutating func trim() {
    while text.last == 0x20 { text.removeLast() }
  }
}

extension Phrasebook {
  /// Adds the filler of a slot, which stays the same through the message.
  func fill(_ slot: Int, _ voice: inout Voice, _ random: inout CounterRandom) {
    if slot == Slot.quote {
      let quote = voice.quote
      voice.append(quote.bytes.span, 0, quote.count)
      return
    }
    var filler = voice.fillers[slot]
    if filler < 0 {
      let list = list(slot, topic: voice.topic, pool: voice.pool)
      filler = list.first + Int32(random.below(Int(list.count)))
      voice.fillers[slot] = filler
    }
    let place = fillers[Int(filler)]
    voice.append(fillerText.span, Int(place.offset), Int(place.offset + place.length))
  }
}
