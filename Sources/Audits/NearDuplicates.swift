import Chat

/// Messages of at least six words that training knows, for looking up whether a message of a test is
/// one of them or nearly so.
struct NearDuplicates {
  /// Shorter messages may repeat.
  static let minimumWords = 6
  /// From this Jaccard similarity of character 5-grams on, two messages are near-duplicates.
  static let threshold = 0.8

  private let minHash = MinHash()
  /// Hashes of the normalised texts.
  private var texts: Set<UInt64> = []
  /// All shingles, one text after the other, and where each text's end.
  private var shingles: [UInt32] = []
  private var ends: [Int] = [0]
  /// By band, sorted by key once all texts are in.
  private var tables = [[Entry]](repeating: [], count: MinHash.bands)
  /// By text of a test: whether it has a near-duplicate.
  private var answers: [UInt64: Bool] = [:]
  private var buffer: [UInt8] = []

  private struct Entry {
    var key: UInt64
    var text: Int32
  }

  /// The distinct messages of the conversations of a corpus in one split.
  init(_ corpus: AuditedCorpus, _ split: Split) {
    for place in corpus.places where corpus[place].split == split {
      corpus.forEachText(place) { add($0) }
    }
    for band in tables.indices { tables[band].sort { $0.key < $1.key } }
  }

  private mutating func add(_ text: Span<UInt8>) {
    guard WordText.normalise(text, into: &buffer) >= Self.minimumWords,
      texts.insert(WordText.hash(buffer.span)).inserted
    else { return }
    let set = ShingleSet(buffer.span)
    let number = Int32(ends.count - 1)
    shingles += set.hashes
    ends.append(shingles.count)
    for (band, key) in MinHash.keys(minHash.signature(set)).enumerated() {
      tables[band].append(Entry(key: key, text: number))
    }
  }

  /// Whether a message is nearly one of training; nil where it has fewer than six words. Every
  /// candidate of the bands is compared exactly, so that no pair below the threshold counts.
  mutating func holds(_ text: Span<UInt8>) -> Bool? {
    guard WordText.normalise(text, into: &buffer) >= Self.minimumWords else { return nil }
    let hash = WordText.hash(buffer.span)
    if texts.contains(hash) { return true }
    if let answer = answers[hash] { return answer }
    let answer = hasNeighbour(ShingleSet(buffer.span))
    answers[hash] = answer
    return answer
  }

  private func hasNeighbour(_ set: ShingleSet) -> Bool {
    var seen: Set<Int32> = []
    for (band, key) in MinHash.keys(minHash.signature(set)).enumerated() {
      let table = tables[band]
      var index = Self.firstIndex(of: key, in: table)
      while index < table.count, table[index].key == key {
        let text = Int(table[index].text)
        index += 1
        guard seen.insert(Int32(text)).inserted else { continue }
        let other = shingles[ends[text]..<ends[text + 1]]
        // Sets of too different sizes cannot be that similar.
        let (small, large) = (
          min(other.count, set.hashes.count), max(other.count, set.hashes.count)
        )
        guard Double(small) >= Self.threshold * Double(large) else { continue }
        if ShingleSet.jaccard(set.hashes[...], other) >= Self.threshold { return true }
      }
    }
    return false
  }

  private static func firstIndex(of key: UInt64, in table: [Entry]) -> Int {
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      if table[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
