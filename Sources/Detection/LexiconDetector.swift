public import Chat
import TextFeatures

/// The keyword baseline: weighted phrases of published safety advice.
///
/// The evidence of a category is the sum of the weights of its phrases, at most
/// ``categoryCap``; the sum over all categories is calibrated. Nothing but the calibration is
/// learnt: the floor that every other detector must beat.
public struct LexiconDetector: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "lexicon",
    summary: "Keyword baseline: weighted phrases of published safety advice",
    source: "NSPCC, Thorn, eSafety Commissioner, NCMEC; Aho & Corasick 1975, "
      + "doi:10.1145/360825.360855",
    cost: "O(bytes of the message)",
    weakness:
      "Misses every wording that its list does not hold, and fires on the same words in "
      + "harmless mouths.",
    views: [.full, .profile, .lastK, .redacted, .reported])

  /// The most evidence that one category gives.
  static let categoryCap = 3.0

  private static let layout: UInt32 = 1

  let lexicon: Lexicon
  let calibration: Calibration
  /// The size of the word list and the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`; the word list is part of the program.
  public var modelBytes: Int { encoded().count }
  /// A sum per category and the tokens of one message.
  public var stateBytesCap: Int {
    lexicon.categories.count * 8 + ScratchBuffer.maximumBytes + 256
  }

  /// Calibrates on validation.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> LexiconDetector {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let raw = LexiconDetector(
      lexicon: .english, calibration: Calibration(slope: 1, intercept: 0), parameters: [])
    let margins = try TrainingSample.margins(validation, checkpoint: checkpoint, margin: raw.margin)
    let calibration = Calibration(
      margins: margins, isPositive: validation.items.map(\.isPositive))
    return LexiconDetector(
      lexicon: raw.lexicon, calibration: calibration,
      parameters: [
        DetectorParameter("phrases", "\(raw.lexicon.phrases.count)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
      ])
  }

  /// The evidence of a whole conversation.
  func margin(_ chunk: Chunk, conversation: Int) -> Double {
    var state = State(lexicon)
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      state.observe(columns.text.span.extracting(columns.textRange(message)), lexicon)
    }
    return state.total
  }

  /// The evidence of one conversation.
  struct State {
    private var sums: [Double]
    private var search = Lexicon.Search()
    /// The capped sum over all categories.
    private(set) var total = 0.0

    init(_ lexicon: Lexicon) {
      sums = [Double](repeating: 0, count: lexicon.categories.count)
    }

    mutating func begin() {
      for index in sums.indices { sums[index] = 0 }
      total = 0
    }

    @inline(__always) mutating func observe(_ text: Span<UInt8>, _ lexicon: Lexicon) {
      observe(text, lexicon) { _, _, _ in }
    }

    /// Takes a message and tells of each phrase what it added and where it stands.
    @inline(__always) mutating func observe(
      _ text: Span<UInt8>, _ lexicon: Lexicon, added: (Int, Double, Range<Int>) -> Void
    ) {
      // Moved out, so that the closure does not take `self` twice and nothing is copied.
      var (sums, total): ([Double], Double) = ([], total)
      swap(&sums, &self.sums)
      lexicon.search(text, &search) { phrase, range in
        let entry = lexicon.phrases[phrase]
        let gain = min(entry.weight, LexiconDetector.categoryCap - sums[entry.category])
        sums[entry.category] += gain
        total += gain
        added(phrase, gain, range)
      }
      swap(&sums, &self.sums)
      self.total = total
    }
  }

  /// A scorer that keeps one sum per category.
  public func makeScorer() -> any Scorer { LexiconScorer(self) }

  /// The evidence that each message added; the sum over all messages is the evidence of the
  /// conversation. The terms are the phrases found.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    var state = State(lexicon)
    var gains: [Double] = []
    var terms: [[String]] = []
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      let text = columns.text.span.extracting(columns.textRange(message))
      var found: [(gain: Double, range: Range<Int>)] = []
      var gain = 0.0
      state.observe(text, lexicon) {
        gain += $1
        found.append(($1, $2))
      }
      found.sort { ($1.gain, $0.range.lowerBound) < ($0.gain, $1.range.lowerBound) }
      gains.append(gain)
      terms.append(
        found.prefix(EvidenceRanking.maximumTerms).map { Tokenizer.term(text, $0.range) })
    }
    return EvidenceRanking.top(gains, limit: limit) { terms[$0] }
  }

  /// The calibration.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(calibration)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> LexiconDetector {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let calibration = try reader.readCalibration()
    try reader.finish()
    return LexiconDetector(lexicon: .english, calibration: calibration, parameters: parameters)
  }
}

/// The state of one conversation under the keyword baseline.
final class LexiconScorer: Scorer {
  private let model: LexiconDetector
  private var state: LexiconDetector.State

  init(_ model: LexiconDetector) {
    self.model = model
    state = LexiconDetector.State(model.lexicon)
  }

  func begin() { state.begin() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    state.observe(text, model.lexicon)
    return model.calibration.probability(state.total)
  }
}
