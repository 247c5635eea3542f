import CAssets
internal import Chat
internal import Statistics

/// Terms as salted hashes: a keyed 64-bit prefilter, and SHA-256 for what passes it.
///
/// No term can be read from it. A phrase of up to four words is looked up by the combined hash of
/// its words, so one pass over a text is enough.
struct GateLexicon: Sendable {
  enum Kind: UInt8, Sendable {
    case explicit = 1
    case platform, context
    /// Words that are no secret and need no proof: numbers and what makes an age of them.
    case smallNumber, teenNumber, ordinal, year, old, ageWord, being, soon, birthday, link,
      digitWord
  }

  private static let empty: UInt64 = 0
  /// What a byte is: the letter it folds to in the low byte, and these marks above it.
  static let word: UInt16 = 1 << 8
  static let inner: UInt16 = 1 << 9
  static let digit: UInt16 = 1 << 10
  static let letter: UInt16 = 1 << 11

  private static let plain: [(Kind, StaticString)] = [
    (.smallNumber, "five six seven eight nine ten"),
    (.teenNumber, "eleven twelve thirteen fourteen fifteen sixteen seventeen"),
    (
      .ordinal,
      """
      fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
      sixteenth seventeenth
      """
    ),
    (.year, "year years yr yrs"), (.old, "old olds"), (.ageWord, "aged age turning turned yo"),
    (.being, "im am is are hes shes youre ur"),
    (.soon, "now today tomorrow soon already still"), (.birthday, "birthday bday"),
    (.link, "http https www"), (.digitWord, "zero oh one two three four"),
  ]

  private let salt: [UInt8]
  private let key: UInt64
  private let mask: Int
  /// Bits of all hashes: most words stop here, in eight kilobytes.
  private var filter = [UInt64](repeating: 0, count: 1024)
  /// Open addressing: hash (0 = free) and what stands there.
  private var hashes: [UInt64]
  private var kinds: [UInt8]
  private var digest: [Int32]
  /// Bits of the words that a longer term begins with.
  private var beginnings = [UInt64](repeating: 0, count: 256)
  private var explicitBeginnings: Set<UInt64> = []
  private var byteTraits = [UInt16](repeating: 0, count: 256)
  /// SHA-256 digests, 32 bytes each.
  private var digests: [UInt8] = []

  /// The lexicon that is compiled in for a locale; nil where there is none.
  init?(locale: String) {
    guard locale == "en" else { return nil }
    let asset = nightlight_gate_en()
    self.init(Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count)))
  }

  /// Reads the layout that `make_gate.py` writes; nil where it is damaged.
  init?(_ bytes: [UInt8]) {
    func number(_ at: Int, _ width: Int) -> UInt64 {
      (0..<width).reduce(0) { $0 | UInt64(bytes[at + $1]) << (8 * UInt64($1)) }
    }
    guard bytes.count >= 32, bytes.starts(with: "NLGATE01".utf8) else { return nil }
    salt = Array(bytes[8..<24])
    key = number(24, 8)
    var entries: [(kind: UInt8, hash: UInt64, first: UInt64, digest: Int)] = []
    var at = 32
    while at < bytes.count {
      guard at + 5 <= bytes.count else { return nil }
      let (kind, count) = (bytes[at], Int(number(at + 1, 4)))
      at += 5
      guard at + count * 49 <= bytes.count else { return nil }
      for _ in 0..<count {
        entries.append((kind, number(at + 1, 8), bytes[at] > 1 ? number(at + 9, 8) : 0, at + 17))
        at += 49
      }
    }
    var size = 1024
    while size < entries.count * 4 { size *= 2 }
    mask = size - 1
    hashes = [UInt64](repeating: Self.empty, count: size)
    kinds = [UInt8](repeating: 0, count: size)
    digest = [Int32](repeating: -1, count: size)
    for entry in entries {
      digests.append(contentsOf: bytes[entry.digest..<entry.digest + 32])
      insert(entry.hash, entry.kind, Int32(digests.count / 32 - 1))
      if entry.first != 0 {
        beginnings[Int(entry.first >> 6 & 255)] |= 1 << (entry.first & 63)
        if entry.kind == Kind.explicit.rawValue { explicitBeginnings.insert(entry.first) }
      }
    }
    for byte in UInt8.min...UInt8.max { byteTraits[Int(byte)] = Self.traits(of: byte) }
    for (kind, words) in Self.plain {
      for word in "\(words)".utf8.split(separator: 0x20) {
        // As texts are read: a run of three letters counts as two.
        var state = begin
        let bytes = Array(word)
        for (index, byte) in bytes.enumerated()
        where index < 2 || bytes[index - 1] != byte || bytes[index - 2] != byte {
          state = advance(state, byte)
        }
        insert(CounterRandom.mix(state), kind.rawValue, -1)
      }
    }
  }

  private mutating func insert(_ hash: UInt64, _ kind: UInt8, _ index: Int32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != Self.empty {
      if hashes[slot] == hash { return }
      slot = (slot + 1) & mask
    }
    (hashes[slot], kinds[slot], digest[slot]) = (hash, kind, index)
    filter[Int(hash >> 32 & 1023)] |= 1 << (hash >> 58)
  }

  @inline(__always) func traits(_ byte: UInt8) -> UInt16 { byteTraits[Int(byte)] }

  /// Whether a term of several words may begin with the word; rarely true for others.
  @inline(__always) func mayBegin(_ word: UInt64) -> Bool {
    beginnings[Int(word >> 6 & 255)] & 1 << (word & 63) != 0
  }

  /// Whether an explicit term of several words begins with the word.
  func begins(_ word: UInt64) -> Bool { explicitBeginnings.contains(word) }

  private static func traits(of byte: UInt8) -> UInt16 {
    switch byte {
    case 0x41...0x5A: UInt16(byte | 0x20) | word | inner | letter
    case 0x61...0x7A, 0x80...: UInt16(byte) | word | inner | letter
    case UInt8(ascii: "$"): UInt16(UInt8(ascii: "s")) | word | inner
    case UInt8(ascii: "@"): UInt16(UInt8(ascii: "a")) | inner
    case UInt8(ascii: "'"): inner
    case 0x30...0x39: UInt16(Array("oizeasgtbg".utf8)[Int(byte) - 0x30]) | word | inner | digit
    default: 0
    }
  }

  /// The state of a word's hash before its first byte.
  @inline(__always) var begin: UInt64 { 0xCBF2_9CE4_8422_2325 ^ key }

  /// FNV-1a (Fowler, Noll, Vo), keyed by its start.
  @inline(__always) func advance(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a phrase and one more word.
  @inline(__always) static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    CounterRandom.mix(phrase &* 0x9E37_79B9_7F4A_7C15 &+ word)
  }

  /// What stands at a hash: a slot, or -1. O(1).
  @inline(__always) func slot(_ hash: UInt64) -> Int {
    guard filter[Int(hash >> 32 & 1023)] & 1 << (hash >> 58) != 0 else { return -1 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != Self.empty {
      if hashes[slot] == hash { return slot }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Whether the word is nothing to the gate: no term, no number, and no term begins with it.
  @inline(__always) func isPlain(_ word: UInt64) -> Bool { !mayBegin(word) && slot(word) < 0 }

  @inline(__always) func kind(_ slot: Int) -> UInt8 { kinds[slot] }

  /// Whether the term behind the slot really is `term` (normalised, words joined by blanks).
  func confirms(_ slot: Int, _ term: [UInt8]) -> Bool {
    let index = Int(digest[slot])
    guard index >= 0 else { return true }
    let expected = digests[index * 32..<index * 32 + 32]
    return SHA256.digest(of: salt + term).elementsEqual(expected)
  }

  /// How many hashed terms there are.
  var count: Int { digests.count / 32 }
}
