public import Chat
import TextFeatures

/// Two hidden Markov models over the words of the prefix: a grooming chain through the stages and
/// a benign chain; the score is their filtered likelihood ratio.
///
/// Also knows the stage: of the latest message while it runs, of every message afterwards
/// (``stagePath(_:conversation:)``). Both chains are estimated from the message stages of the
/// training conversations; benign ones are split into thirds, and so are grooming ones where a
/// corpus has no stages. Sources: Rabiner 1989, doi:10.1109/5.18626; stages after O'Connell 2003 and
/// Gupta, Kumaraguru, Sureka 2012, arXiv:1208.4324.
public struct StageHMM: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "stage-hmm",
    summary: "Hidden Markov models over the stages of grooming and over benign talk",
    source: "Rabiner 1989, doi:10.1109/5.18626; Gupta, Kumaraguru, Sureka 2012, arXiv:1208.4324",
    cost: "O(words of the message · states + states²)",
    weakness:
      "Needs stages in its training corpus to be worth more than naive Bayes, takes words for "
      + "independent, and believes that a stage is left as often as in training.",
    grid: [
      DetectorParameter("alpha", "0.1, 1"),
      DetectorParameter("tempering", "0.1, 0.3, 1"),
    ])

  private static let alphas = [0.1, 1]
  private static let temperings = [0.1, 0.3, 1]
  private static let bits = 16

  let stages: [Stage]
  let emissions: StageEmissions
  let grooming: HiddenMarkovModel
  let benign: HiddenMarkovModel
  let logPriorOdds: Double
  let calibration: Calibration
  /// What was chosen: alpha, the tempering, the sizes, the calibration.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// Two beliefs and the words of one message.
  public var stateBytesCap: Int { ScratchBuffer.maximumBytes + 1024 }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> StageHMM {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let hasher = FeatureHasher(bits: bits, words: 1)
    let sample = try StageStatistics(
      training, picks: TrainingSample.picks(training, limit: TrainingSample.gridLimit, seed: seed),
      hasher: hasher, checkpoint: checkpoint)
    var judged = validation
    judged.items = TrainingSample.picks(
      validation, limit: TrainingSample.gridLimit, seed: seed
    ).map { validation.items[$0] }
    var best: (score: Double, alpha: Double, tempering: Double)?
    for alpha in alphas {
      for tempering in temperings {
        let model = StageHMM(sample, alpha: alpha, tempering: tempering)
        let margins = try model.margins(judged, checkpoint)
        let score = AveragePrecision.of(margins, isPositive: judged.items.map(\.isPositive))
        if score > best?.score ?? -1 { best = (score, alpha, tempering) }
      }
    }
    guard let best else { throw DetectionError.missingClass(detector: entry.name) }
    let all = try StageStatistics(
      training, picks: Array(training.items.indices), hasher: hasher, checkpoint: checkpoint)
    let raw = StageHMM(all, alpha: best.alpha, tempering: best.tempering)
    let calibration = Calibration(
      margins: try raw.margins(validation, checkpoint),
      isPositive: validation.items.map(\.isPositive))
    return StageHMM(
      stages: raw.stages, emissions: raw.emissions, grooming: raw.grooming, benign: raw.benign,
      logPriorOdds: raw.logPriorOdds, calibration: calibration,
      parameters: [
        DetectorParameter("alpha", "\(best.alpha)"),
        DetectorParameter("benign-states", "\(raw.benign.states)"),
        DetectorParameter("buckets", "\(hasher.bucketCount)"),
        DetectorParameter("platt-intercept", "\(calibration.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.slope)"),
        DetectorParameter("stages", raw.stages.map(\.rawValue).joined(separator: " ")),
        DetectorParameter("tempering", "\(best.tempering)"),
      ])
  }

  /// A scorer that keeps a belief for each chain.
  public func makeScorer() -> any Scorer { StageHMMScorer(self) }

  /// By how much each message moved the log-odds; with the log prior odds, the sum over all
  /// messages is the log-odds of the conversation. The terms are the words that grooming, in the
  /// stages then believed in, makes more probable than benign talk, or less.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let range = chunk.conversations[conversation].messages
    let columns = chunk.messages
    var state = State(self)
    var margin = state.margin
    var totals: [Double] = []
    var parts: [[UInt32: Double]] = []
    for message in range {
      let text = columns.text.span.extracting(columns.textRange(message))
      state.observe(text, self)
      totals.append(state.margin - margin)
      margin = state.margin
      var part: [UInt32: Double] = [:]
      for term in emissions.hasher.terms(of: text) {
        part[term.bucket, default: 0] += state.logOdds(of: term.bucket, self)
      }
      parts.append(part)
    }
    return EvidenceRanking.top(totals, limit: limit) { index in
      let text = columns.text.span.extracting(columns.textRange(range.lowerBound + index))
      return EvidenceRanking.terms(
        text, emissions.hasher, parts[index], direction: totals[index] < 0 ? -1 : 1)
    }
  }

  /// The most probable stages of the messages of a conversation, given that it is grooming and
  /// given all of its messages (Viterbi); the score says how probable grooming is.
  /// O(words · states + messages · states²).
  public func stagePath(_ chunk: Chunk, conversation: Int) -> [Stage] {
    let columns = chunk.messages
    var buckets: [UInt32] = []
    var evidence = [Double](repeating: 0, count: emissions.states)
    var rows: [Double] = []
    for message in chunk.conversations[conversation].messages {
      emissions.evaluate(
        columns.text.span.extracting(columns.textRange(message)), &buckets, into: &evidence)
      rows += evidence[..<stages.count]
    }
    return grooming.mostProbablePath(rows).path.map { stages[$0] }
  }

  /// The log-odds of a whole conversation.
  func margin(_ chunk: Chunk, conversation: Int) -> Double {
    var state = State(self)
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      state.observe(columns.text.span.extracting(columns.textRange(message)), self)
    }
    return state.margin
  }

  private func margins(_ examples: Examples, _ checkpoint: () throws -> Void) rethrows -> [Double] {
    try TrainingSample.margins(examples, checkpoint: checkpoint, margin: margin)
  }
}

extension StageHMM {
  private static let moveSmoothing = 1.0

  /// A model without calibration.
  fileprivate init(_ statistics: StageStatistics, alpha: Double, tempering: Double) {
    self.init(
      stages: statistics.stages,
      emissions: statistics.words.emissions(smoothing: alpha, tempering: tempering),
      grooming: statistics.grooming.model(smoothing: Self.moveSmoothing),
      benign: statistics.benign.model(smoothing: Self.moveSmoothing),
      logPriorOdds: statistics.logPriorOdds, calibration: Calibration(slope: 1, intercept: 0),
      parameters: [])
  }
}
