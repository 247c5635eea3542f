internal import Statistics

extension Phrasebook {
  /// What stands in front of each item of a script. Numbers are 32 bits, the lowest byte first.
  enum Mark {
    static let end: UInt8 = 0
    /// Followed by one byte: the number of the slot.
    static let slot: UInt8 = 1
    /// Followed by the place of the only branch.
    static let only: UInt8 = 2
    /// Followed by how many branches there are and by the place of their places.
    static let uniform: UInt8 = 3
    /// Followed by the total of the weights and by the place of pairs: cumulative weight, branch.
    static let weighted: UInt8 = 4
    /// Followed by a length and the text.
    static let longText: UInt8 = 5
    /// This and above: a text that is so many bytes longer than none.
    static let text: UInt8 = 6
  }

  /// Writes the items of every branch with their texts in one run of bytes, as rendering reads them.
  ///
  /// A draw jumps all over a phrasebook that is larger than a core's cache, and a jump costs more
  /// than the words it brings. So whatever chooses stands where the choice is, and what is chosen
  /// first stands next to it: a node is written behind the first branch that names it.
  mutating func writeScripts() {
    script.removeAll()
    scripts = [Int32](repeating: -1, count: branches.count)
    choices = [Int32](repeating: -1, count: nodes.count)
    var heads = [Int32](repeating: -1, count: nodes.count)
    for node in starts where node >= 0 { writeNode(Int(node), &heads) }
    for node in nodes.indices { writeNode(node, &heads) }
    for node in nodes.indices {
      choices[node] = Int32(script.count)
      writeChoice(node, heads)
    }
  }

  /// Writes the branches of a node and what they name, unless they are there; `heads` tells where.
  private mutating func writeNode(_ node: Int, _ heads: inout [Int32]) {
    guard heads[node] < 0 else { return }
    let choice = nodes[node]
    let range = Int(choice.first)..<Int(choice.first + choice.count)
    let head = script.count
    heads[node] = Int32(head)
    let width = range.count == 1 ? 0 : choice.isUniform ? 4 : 8
    script.append(contentsOf: repeatElement(0, count: width * range.count))
    for (number, branch) in range.enumerated() {
      let start = Int32(script.count)
      scripts[branch] = start
      let patches = writeBranch(branches[branch])
      if width == 4 { put(start, at: head + 4 * number) }
      if width == 8 {
        put(Int32(branches[branch].cumulative), at: head + 8 * number)
        put(start, at: head + 8 * number + 4)
      }
      for patch in patches {
        writeNode(patch.node, &heads)
        // Of a node with one branch that branch is what follows.
        put(heads[patch.node], at: patch.at)
      }
    }
  }

  /// Writes the items of a branch; gives the nodes that it names and where their places belong.
  private mutating func writeBranch(_ branch: Branch) -> [(at: Int, node: Int)] {
    var patches: [(at: Int, node: Int)] = []
    for item in items[Int(branch.first)..<Int(branch.end)] {
      switch item.kind {
      case .text:
        if item.length <= Int32(UInt8.max - Mark.text) {
          script.append(Mark.text + UInt8(item.length))
        } else {
          script.append(Mark.longText)
          append(item.length)
        }
        script += text[Int(item.value)..<Int(item.value + item.length)]
      case .node:
        writeChoice(Int(item.value), [])
        patches.append((script.count - 4, Int(item.value)))
      case .slot: script += [Mark.slot, UInt8(item.value)]
      }
    }
    script.append(Mark.end)
    return patches
  }

  /// Writes an item that names a node, whose place is put in later where it is not known.
  private mutating func writeChoice(_ node: Int, _ heads: [Int32]) {
    let choice = nodes[node]
    if choice.count == 1 {
      script.append(Mark.only)
    } else {
      script.append(choice.isUniform ? Mark.uniform : Mark.weighted)
      append(Int32(choice.total))
    }
    append(heads.isEmpty ? 0 : heads[node])
  }

  private mutating func append(_ number: Int32) {
    script.append(contentsOf: repeatElement(0, count: 4))
    put(number, at: script.count - 4)
  }

  private mutating func put(_ number: Int32, at place: Int) {
    for byte in 0..<4 { script[place + byte] = UInt8(number >> Int32(8 * byte) & 255) }
  }
}

extension Phrasebook {
  @inline(__always) private func number(_ at: Int) -> Int {
    Int(
      Int32(littleEndian: script.span.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: Int32.self))
    )
  }

  /// Adds one realisation of a node to the voice.
  func render(_ node: Int, _ voice: inout Voice, _ random: inout CounterRandom) {
    let item = Int(choices[node])
    let branch = script[item] == Mark.only ? number(item + 1) : choose(item, &random)
    renderScript(branch, &voice, &random)
  }

  /// Adds one realisation of a single branch to the voice.
  func render(branch index: Int, _ voice: inout Voice, _ random: inout CounterRandom) {
    renderScript(Int(scripts[index]), &voice, &random)
  }

  /// Draws a branch of the choice that stands at a place.
  @inline(__always) private func choose(_ item: Int, _ random: inout CounterRandom) -> Int {
    let draw = random.below(number(item + 1))
    var place = number(item + 5)
    if script[item] == Mark.uniform { return number(place + 4 * draw) }
    while number(place) <= draw { place += 8 }
    return number(place + 4)
  }

  private func renderScript(_ start: Int, _ voice: inout Voice, _ random: inout CounterRandom) {
    var at = start
    while true {
      let mark = script[at]
      switch mark {
      case Mark.end: return
      case Mark.slot:
        fill(Int(script[at + 1]), &voice, &random)
        at += 2
      case Mark.only:
        renderScript(number(at + 1), &voice, &random)
        at += 5
      case Mark.uniform, Mark.weighted:
        renderScript(choose(at, &random), &voice, &random)
        at += 9
      case Mark.longText:
        let end = at + 5 + number(at + 1)
        voice.append(script.span, at + 5, end)
        at = end
      default:
        let end = at + 1 + Int(mark - Mark.text)
        voice.append(script.span, at + 1, end)
        at = end
      }
    }
  }
}
