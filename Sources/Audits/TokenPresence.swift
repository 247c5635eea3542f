import Chat
import TextFeatures

/// How well the presence of a single word tells the classes apart: chosen on training, measured on
/// test.
struct TokenPresence {
  /// Which conversations a word must tell the grooming ones from.
  enum Contrast {
    case allBenign
    case hardNegatives
  }

  /// The word in quotation marks, as it stands in the first text that holds it; of a number only how
  /// many digits it has.
  let word: String
  /// For each labelled conversation of the test: 1 where the word stands, 0 where not, turned so that
  /// 1 points at grooming as it did in training.
  let scores: [Double]
  let isPositive: [Bool]
  let clusters: [String]

  /// The word whose presence separates training best; nil unless both classes occur in both splits.
  /// O(bytes).
  init?(_ corpus: AuditedCorpus, against contrast: Contrast) {
    func chosen(_ split: Split) -> [AuditedCorpus.Place] {
      corpus.places.filter { place in
        let conversation = corpus[place]
        guard conversation.split == split else { return false }
        if conversation.label == .grooming { return true }
        return conversation.label == .benign
          && (contrast == .allBenign || conversation.kind == .hardNegative)
      }
    }
    let (training, test) = (chosen(.train), chosen(.test))
    func positives(_ places: [AuditedCorpus.Place]) -> Int {
      places.count { corpus[$0].label == .grooming }
    }
    let (wanted, all) = (positives(training), training.count)
    guard wanted > 0, wanted < all, positives(test) > 0, positives(test) < test.count else {
      return nil
    }
    var holders: [UInt64: (positives: Int, negatives: Int)] = [:]
    for place in training {
      let isPositive = corpus[place].label == .grooming
      for hash in Self.words(corpus, place) {
        if isPositive {
          holders[hash, default: (0, 0)].positives += 1
        } else {
          holders[hash, default: (0, 0)].negatives += 1
        }
      }
    }
    func advantage(_ count: (positives: Int, negatives: Int)) -> Double {
      Double(count.positives) / Double(wanted) - Double(count.negatives) / Double(all - wanted)
    }
    // Equal words stand in the order of their hashes, so that the choice is the same every time.
    let best = holders.max {
      (advantage($0.value).magnitude, $0.key) < (advantage($1.value).magnitude, $1.key)
    }
    guard let best else { return nil }
    let direction: Double = advantage(best.value) < 0 ? -1 : 1
    word = Self.text(of: best.key, in: training, corpus)
    scores = test.map { Self.words(corpus, $0).contains(best.key) ? direction : 0 }
    isPositive = test.map { corpus[$0].label == .grooming }
    clusters = test.map { corpus[$0].cluster }
  }

  private static func words(_ corpus: AuditedCorpus, _ place: AuditedCorpus.Place) -> Set<UInt64> {
    var tokens: [Token] = []
    corpus.forEachText(place) { Tokenizer.append($0, to: &tokens) }
    return Set(tokens.lazy.map(\.hash))
  }

  private static func text(
    of hash: UInt64, in places: [AuditedCorpus.Place], _ corpus: AuditedCorpus
  ) -> String {
    var tokens: [Token] = []
    var found: String?
    for place in places where found == nil {
      corpus.forEachText(place) { text in
        guard found == nil else { return }
        tokens.removeAll(keepingCapacity: true)
        Tokenizer.append(text, to: &tokens)
        guard let token = tokens.first(where: { $0.hash == hash }) else { return }
        let term = Tokenizer.term(text, token.start..<token.end)
        // The tokeniser counts numbers by their length alone, and one of them may be somebody's.
        found =
          term.utf8.allSatisfy { (0x30...0x39).contains($0) }
          ? "a number of \(term.utf8.count) digits" : "“\(term)”"
      }
    }
    return found ?? ""
  }
}
