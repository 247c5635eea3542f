internal import Statistics

extension Phrasebook {
  /// What stands in front of each item of a script.
  enum Mark {
    static let end: UInt8 = 0
    /// Followed by four bytes of length and the text.
    static let text: UInt8 = 1
    /// Followed by four bytes: the number of the node.
    static let node: UInt8 = 2
    /// Followed by one byte: the number of the slot.
    static let slot: UInt8 = 3
  }

  /// Writes the items of every branch with their texts in one run of bytes, as rendering reads them.
  ///
  /// A draw jumps all over a phrasebook that is larger than a core's cache: what a branch needs then
  /// stands in one place instead of three.
  mutating func writeScripts() {
    script.removeAll()
    scripts.removeAll()
    for branch in branches {
      scripts.append(Int32(script.count))
      for item in items[Int(branch.first)..<Int(branch.end)] {
        switch item.kind {
        case .text:
          write(Mark.text, item.length)
          script += text[Int(item.value)..<Int(item.value + item.length)]
        case .node:
          write(Mark.node, item.value)
        case .slot: script += [Mark.slot, UInt8(item.value)]
        }
      }
      script.append(Mark.end)
    }
  }

  private mutating func write(_ mark: UInt8, _ number: Int32) {
    script.append(mark)
    for shift: Int32 in [0, 8, 16, 24] { script.append(UInt8(number >> shift & 255)) }
  }

  @inline(__always) private func number(_ at: Int) -> Int {
    Int(
      Int32(littleEndian: script.span.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: Int32.self))
    )
  }

  /// Adds one realisation of a single branch to the voice.
  func render(branch index: Int, _ voice: inout Voice, _ random: inout CounterRandom) {
    var at = Int(scripts[index])
    while true {
      switch script[at] {
      case Mark.text:
        let end = at + 5 + number(at + 1)
        voice.append(script.span, at + 5, end)
        at = end
      case Mark.node:
        render(number(at + 1), &voice, &random)
        at += 5
      case Mark.slot:
        fill(Int(script[at + 1]), &voice, &random)
        at += 2
      default: return
      }
    }
  }
}
