import CAssets
import TextFeatures

/// Weighted phrases in categories, found in one pass over the tokens of a text.
///
/// A hash table of phrase prefixes serves as the automaton of Aho & Corasick 1975
/// (doi:10.1145/360825.360855) over words: a token usually costs one failed look-up.
struct Lexicon: Sendable {
  /// One line of the word list.
  struct Phrase: Sendable, Equatable {
    var category: Int
    var weight: Double
    var text: String
  }

  /// What a prefix of phrases is.
  private struct Node: Sendable {
    var hash: UInt64
    /// The phrase that ends here, −1 for none.
    var phrase: Int32
    /// Whether a longer phrase begins with these words.
    var isPrefix: Bool
  }

  private(set) var categories: [String] = []
  private(set) var phrases: [Phrase] = []
  /// Open addressing, hash 0 for a free slot.
  private var nodes: [Node]
  private var used = 0

  /// The English list that is part of the program.
  static let english: Lexicon = {
    let asset = lexicon_en()
    return Lexicon(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }()

  /// Reads lines of category, weight and phrase between tabs; `#` begins a comment.
  ///
  /// - Precondition: every line has this form; the list is part of the program and tested.
  init(_ bytes: some Sequence<UInt8>) {
    nodes = [Node](repeating: Node(hash: 0, phrase: -1, isPrefix: false), count: 64)
    let text = String(decoding: Array(bytes), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let weight = Double(cells[1]), weight > 0 else {
        preconditionFailure("a lexicon line without category, weight and phrase")
      }
      add(category: String(cells[0]), weight: weight, text: String(cells[2]))
    }
  }

  private mutating func add(category name: String, weight: Double, text: String) {
    let category = categories.firstIndex(of: name) ?? categories.count
    if category == categories.count { categories.append(name) }
    var tokens: [Token] = []
    Tokenizer.append(Array(text.utf8).span, to: &tokens)
    precondition(!tokens.isEmpty, "a lexicon phrase without a word")
    phrases.append(Phrase(category: category, weight: weight, text: text))
    var hash: UInt64 = 0
    for (place, token) in tokens.enumerated() {
      hash = place == 0 ? token.hash : Tokenizer.joined(hash, token.hash)
      let slot = slotToWrite(hash)
      if place + 1 == tokens.count {
        nodes[slot].phrase = Int32(phrases.count - 1)
      } else {
        nodes[slot].isPrefix = true
      }
    }
  }

  private mutating func slotToWrite(_ hash: UInt64) -> Int {
    if (used + 1) * 4 > nodes.count {
      let old = nodes
      nodes = [Node](
        repeating: Node(hash: 0, phrase: -1, isPrefix: false), count: old.count * 2)
      for node in old where node.hash != 0 { nodes[place(of: node.hash)] = node }
    }
    let slot = place(of: hash)
    if nodes[slot].hash == 0 {
      nodes[slot].hash = hash
      used += 1
    }
    return slot
  }

  @inline(__always) private func place(of hash: UInt64) -> Int {
    let mask = nodes.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while nodes[slot].hash != hash, nodes[slot].hash != 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  /// The buffers of a search.
  struct Search {
    fileprivate var tokens: [Token] = []
    /// Hashes of the phrase beginnings that the last words may continue, with their first byte.
    fileprivate var open: [(hash: UInt64, start: Int)] = []

    init() {}
  }

  /// Calls `found` with the number of every phrase in `text` and where it stands. O(tokens).
  @inline(__always) func search(
    _ text: Span<UInt8>, _ search: inout Search, found: (Int, Range<Int>) -> Void
  ) {
    Tokenizer.append(text, to: &search.tokens)
    for token in search.tokens {
      var kept = 0
      for index in 0..<search.open.count {
        let hash = Tokenizer.joined(search.open[index].hash, token.hash)
        let node = nodes[place(of: hash)]
        if node.hash == 0 { continue }
        if node.phrase >= 0 { found(Int(node.phrase), search.open[index].start..<token.end) }
        if node.isPrefix {
          search.open[kept] = (hash, search.open[index].start)
          kept += 1
        }
      }
      search.open.removeSubrange(kept...)
      let node = nodes[place(of: token.hash)]
      if node.hash == 0 { continue }
      if node.phrase >= 0 { found(Int(node.phrase), token.start..<token.end) }
      if node.isPrefix { search.open.append((token.hash, token.start)) }
    }
    search.tokens.clearScratch()
    search.open.removeAll(keepingCapacity: true)
  }
}
