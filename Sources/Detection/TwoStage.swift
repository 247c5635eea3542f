import Chat
import TextFeatures

/// First whether the conversation is suspicious, then which of its authors makes it so.
///
/// Stage one is a linear support vector machine on the words of the whole conversation; stage two a
/// logistic regression that tells the offender's words from those of the other side, fitted on
/// single authors of grooming conversations. The score joins the margin of stage one with the
/// largest margin of an author in stage two. Needs roles in the training corpus; without them stage
/// two is empty and the score is that of stage one.
/// Source: Villatoro-Tello et al. 2012, "A two-step approach for effective detection of misbehaving
/// users in chats", PAN at CLEF.
public struct TwoStage: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "two-stage",
    summary: "Suspicious conversation first, then the author whose words are an offender's",
    source:
      "Villatoro-Tello, Juárez-González, Escalante, Montes-y-Gómez, Villaseñor-Pineda 2012, PAN at CLEF",
    cost: "O(words of the message); two lookups a word",
    weakness:
      "Learns from roles which author to suspect, so that any adult among minors may look like "
      + "the offender; tells only the first 64 authors of a conversation apart.",
    version: 2, grid: LinearSVM.entry.grid)

  static let plan: LinearTextModel.Plan = {
    var plan = LinearSVM.plan
    plan.detector = entry.name
    return plan
  }()
  private static let authorCost = 1.0
  private static let layout: UInt32 = 1

  /// Stage one: the conversation.
  let conversations: LinearTextModel
  /// Stage two: one author; nil where no roles were known.
  let authors: LinearTextModel?
  let combination: StageCombination
  /// What was chosen: C, the n-grams, the buckets, how the stages are joined.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// The state of stage one, the features of one message, and two sums for each of 64 authors.
  public var stateBytesCap: Int {
    LinearTextModel.stateBytesCap + ScratchBuffer.maximumBytes + AuthorSums.maximumAuthors * 16
  }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> TwoStage {
    let (conversations, chosen) = try LinearTextModel.train(
      plan, on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    let authors = try authorModel(
      conversations.hasher, training, validation, seed: seed, checkpoint: checkpoint)
    let raw = TwoStage(
      conversations: conversations, authors: authors,
      combination: StageCombination(first: 1, second: 1, intercept: 0), parameters: [])
    var (firsts, seconds): ([Double], [Double]) = ([], [])
    for (done, item) in validation.items.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      let state = raw.run(validation.chunks[item.chunk], conversation: item.conversation)
      let margins = state.margins(raw)
      firsts.append(margins.first)
      seconds.append(margins.second)
    }
    let combination = StageCombination(
      firsts, seconds, isPositive: validation.items.map(\.isPositive))
    // What stage one says of its own calibration is not used.
    let kept = chosen.filter { !$0.name.hasPrefix("platt") }
    return TwoStage(
      conversations: conversations, authors: authors, combination: combination,
      parameters: (kept + [
        DetectorParameter("author-stage", authors == nil ? "no roles known" : "fitted"),
        DetectorParameter("stage-1-weight", "\(combination.first)"),
        DetectorParameter("stage-2-weight", "\(combination.second)"),
        DetectorParameter("stage-intercept", "\(combination.intercept)"),
      ]).sorted { $0.name < $1.name })
  }

  /// Stage two, calibrated on the authors of grooming conversations of validation.
  private static func authorModel(
    _ hasher: FeatureHasher, _ training: Examples, _ validation: Examples, seed: UInt64,
    checkpoint: () throws -> Void
  ) throws -> LinearTextModel? {
    let rows = try OffenderRows(training, hasher: hasher, checkpoint: checkpoint).rows
    guard rows.count > 0 else { return nil }
    let problem = LinearProblem(
      rows, bucketCount: hasher.bucketCount, minimumDocuments: plan.minimumDocuments,
      repetition: .linear)
    let solution = try DualCoordinateDescent(
      loss: .logistic, c: authorCost, tolerance: plan.tolerance
    ).solve(problem, seed: seed, checkpoint: checkpoint)
    let raw = LinearTextModel(
      hasher: hasher, problem: problem, weights: solution.weights,
      calibration: Calibration(slope: 1, intercept: 0))
    let held = try OffenderRows(validation, hasher: hasher, checkpoint: checkpoint).rows
    guard held.count > 0 else { return raw }
    return raw.calibrated(
      Calibration(
        margins: raw.margins(held, repetition: .linear), isPositive: held.isPositive))
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> TwoStage {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let combination = StageCombination(
      first: try reader.readDouble(), second: try reader.readDouble(),
      intercept: try reader.readDouble())
    let conversations = try LinearTextModel.read(from: &reader)
    let hasAuthors = try reader.read(UInt8.self)
    guard hasAuthors <= 1 else { throw reader.refuse("\(hasAuthors)", expected: "0 or 1") }
    let authors = hasAuthors == 1 ? try LinearTextModel.read(from: &reader) : nil
    if let authors, authors.hasher != conversations.hasher {
      throw reader.refuse("stages of different features", expected: "the same bits and words")
    }
    try reader.finish()
    return TwoStage(
      conversations: conversations, authors: authors, combination: combination,
      parameters: parameters)
  }

  /// The weights of both stages and how they are joined.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(combination.first)
    writer.write(combination.second)
    writer.write(combination.intercept)
    conversations.write(to: &writer)
    writer.write(UInt8(authors == nil ? 0 : 1))
    authors?.write(to: &writer)
    return writer.bytes
  }
}
