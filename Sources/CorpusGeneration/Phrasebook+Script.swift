internal import Statistics

extension Phrasebook {
  /// What stands in front of each item of a script.
  enum Mark {
    static let end: UInt8 = 0
    /// Followed by two bytes of length and the text.
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
          precondition(item.length <= UInt16.max, "a text of a grammar is a line at most")
          script += [Mark.text, UInt8(item.length & 255), UInt8(item.length >> 8)]
          script += text[Int(item.value)..<Int(item.value + item.length)]
        case .node:
          script.append(Mark.node)
          for shift in [0, 8, 16, 24] { script.append(UInt8(item.value >> Int32(shift) & 255)) }
        case .slot: script += [Mark.slot, UInt8(item.value)]
        }
      }
      script.append(Mark.end)
    }
  }

  /// Adds one realisation of a single branch to the voice.
  func render(branch index: Int, _ voice: inout Voice, _ random: inout CounterRandom) {
    var at = Int(scripts[index])
    while true {
      switch script[at] {
      case Mark.text:
        let end = at + 3 + (Int(script[at + 1]) | Int(script[at + 2]) << 8)
        voice.append(script.span, at + 3, end)
        at = end
      case Mark.node:
        let number =
          Int(script[at + 1]) | Int(script[at + 2]) << 8 | Int(script[at + 3]) << 16
          | Int(script[at + 4]) << 24
        render(number, &voice, &random)
        at += 5
      case Mark.slot:
        fill(Int(script[at + 1]), &voice, &random)
        at += 2
      default: return
      }
    }
  }
}
