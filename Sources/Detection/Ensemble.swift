/// The overall rating: one probability from many detectors, by a stack fitted on validation.
///
/// Every member says its calibrated probability of the prefix; the margin is the sum of the
/// members' log-odds, each times a weight of at least 0, and is calibrated once more. Weights and
/// calibration come from validation alone, cross-fitted by groups, so that the calibration sees
/// only margins of stacks that did not see the conversation. Members with weight 0 are left out,
/// but for one that tells stages.
public struct Ensemble: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "ensemble",
    summary: "Calibrated stack of the other detectors, fitted on validation",
    source: "Wolpert 1992, doi:10.1016/S0893-6080(05)80023-1; Breiman 1996, "
      + "doi:10.1007/BF00117832",
    cost: "the sum of its members",
    weakness:
      "As slow as all its members together; where they share a mistake it is only surer of it, and "
      + "with little validation data it may not beat the best of them: its parameters say so.",
    version: 2, grid: [DetectorParameter("C", "0.001, 0.01, 0.1, 1")])

  /// Who may be a member, in the order of weights; those that the catalogue does not hold are
  /// passed over. Each is trained once more for the ensemble unless it is handed over.
  private static let candidates = [
    "lexicon", "naive-bayes", "complement-naive-bayes", "logistic-regression", "linear-svm",
    "two-stage", "profile-based", "fasttext", "behaviour-boosting", "stage-hmm",
    "sentinel-corrected",
  ]
  private static let layout: UInt32 = 1

  /// The names of the detectors that training stacks.
  static var memberNames: [String] {
    let known = Set(DetectorCatalogue.entries.map(\.name))
    return candidates.filter(known.contains)
  }

  let members: [any Detector]
  let stack: EnsembleStack
  let calibration: EnsembleCalibration
  /// What was chosen: C, the weights, the calibration; and whether it beats its best member.
  public let parameters: [DetectorParameter]

  /// The size of `encoded()`, the members included.
  public var modelBytes: Int { encoded().count }
  /// The states of all members.
  public var stateBytesCap: Int { members.reduce(64) { $0 + $1.stateBytesCap + 16 } }

  /// A scorer that asks one scorer per member.
  public func makeScorer() -> any Scorer { EnsembleScorer(self) }

  /// The members, the stack and the calibration.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(calibration.platt)
    writer.write(calibration.isotonic?.margins ?? [])
    writer.write(calibration.isotonic?.probabilities ?? [])
    writer.write(stack.bias)
    writer.write(stack.weights)
    for member in members {
      writer.write(bytes: Array(member.name.utf8))
      writer.write(bytes: member.encoded())
    }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> Ensemble {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let platt = try reader.readCalibration()
    let (margins, probabilities) = (try reader.readDoubles(), try reader.readDoubles())
    let isotonic = IsotonicCalibration(margins: margins, probabilities: probabilities)
    guard isotonic != nil || margins.isEmpty && probabilities.isEmpty else {
      throw reader.refuse("a curve that falls", expected: "one that rises")
    }
    let bias = try reader.readDouble()
    let weights = try reader.readDoubles()
    guard weights.allSatisfy({ $0 >= 0 }) else {
      throw reader.refuse("a weight below 0", expected: "weights of at least 0")
    }
    var parts: [(name: String, bytes: [UInt8])] = []
    for _ in weights {
      let name = String(decoding: try reader.readBytes(), as: UTF8.self)
      guard candidates.contains(name) else {
        throw reader.refuse("a member of another name", expected: "a detector that is stacked")
      }
      parts.append((name, try reader.readBytes()))
    }
    // Before the members, whose tables are large, are built.
    try reader.finish()
    var members: [any Detector] = []
    for part in parts {
      do {
        members.append(try DetectorCatalogue.decode(part.name, part.bytes))
      } catch {
        throw .invalidModel(detector: entry.name, reason: "member '\(part.name)': \(error)")
      }
    }
    return Ensemble(
      members: members, stack: EnsembleStack(weights: weights, bias: bias),
      calibration: EnsembleCalibration(platt: platt, isotonic: isotonic), parameters: parameters)
  }
}

/// The state of one conversation under all members.
final class EnsembleScorer: Scorer {
  private let scorers: [any Scorer]
  private let stack: EnsembleStack
  private let calibration: EnsembleCalibration

  init(_ model: Ensemble) {
    scorers = model.members.map { $0.makeScorer() }
    (stack, calibration) = (model.stack, model.calibration)
  }

  func begin() {
    for scorer in scorers { scorer.begin() }
  }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    var margin = stack.bias
    for index in scorers.indices {
      let score = scorers[index].observe(author: author, time: time, text: text)
      margin += stack.weights[index] * LogOdds.of(score)
    }
    return calibration.probability(margin)
  }

  /// That of the first member that tells one.
  var stage: StageBelief? {
    for scorer in scorers {
      if let belief = scorer.stage { return belief }
    }
    return nil
  }
}
