import TextFeatures

/// The order in which explanations are given.
enum EvidenceRanking {
  /// How many terms a message names.
  static let maximumTerms = 5

  /// The messages by falling contribution, earlier ones first among equals, at most `limit`.
  static func top(_ contributions: [Double], limit: Int, terms: (Int) -> [String]) -> [Evidence] {
    contributions.indices
      .sorted { (contributions[$1], $0) < (contributions[$0], $1) }
      .prefix(max(0, limit))
      .map { Evidence(message: $0 + 1, contribution: contributions[$0], terms: terms($0)) }
  }

  /// The terms of `text` whose buckets pulled in `direction` (1 or −1), strongest first.
  static func terms(
    _ text: Span<UInt8>, _ hasher: FeatureHasher, _ parts: [UInt32: Double], direction: Double
  ) -> [String] {
    var seen: Set<UInt32> = []
    var found: [(strength: Double, start: Int, term: String)] = []
    for term in hasher.terms(of: text) where seen.insert(term.bucket).inserted {
      let strength = (parts[term.bucket] ?? 0) * direction
      guard strength > 0 else { continue }
      found.append((strength, term.range.lowerBound, Tokenizer.term(text, term.range)))
    }
    found.sort { ($1.strength, $0.start) < ($0.strength, $1.start) }
    return found.prefix(maximumTerms).map(\.term)
  }
}
