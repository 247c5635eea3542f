import Audits
import Chat
import Detection
import Store

/// Whatever takes part in a comparison: a trained detector, or the oracle.
struct Contestant: Sendable {
  var name: String
  var kind: DetectorKind
  var version: Int
  /// A JSON object of everything that training chose.
  var parameters: String
  var modelBytes: Int?
  var trainSeconds: Double
  /// The detector, for those that a platform could run; nil for the oracle.
  var detector: (any Detector)?
  /// What it may read.
  var lens: ViewLens
  private var oracle: Oracle?
  /// The detector from elsewhere, if it is one.
  var external: ExternalDetector?

  /// Trains the detector or the oracle called `name` on examples as `lens` shows them.
  ///
  /// - Parameter members: detectors that were trained on the same examples, for those that are made
  ///   of others.
  init(
    training name: String, on examples: Examples, validation: Examples, lens: ViewLens,
    seed: UInt64, members: [any Detector] = [], checkpoint: () throws -> Void
  ) throws {
    (self.name, self.lens) = (name, lens)
    let clock = ContinuousClock.now
    if name == Oracle.name {
      oracle = Oracle(training: examples)
      (kind, version) = (.control, Oracle.version)
      parameters = JSONText.object([("cost", .number(Oracle.cost))]).text
    } else {
      let trained = try DetectorCatalogue.train(
        name, on: examples, validation: validation, seed: seed, members: members,
        checkpoint: checkpoint)
      let isControl = DetectorCatalogue.entries.first { $0.name == name }?.isControl ?? false
      (kind, version) = (isControl ? .control : .builtin, trained.version)
      parameters =
        JSONText.object(
          trained.parameters.sorted { $0.name < $1.name }.map { ($0.name, .string($0.value)) }
        ).text
      modelBytes = trained.modelBytes
      detector = trained
    }
    trainSeconds = (ContinuousClock.now - clock).seconds
  }

  /// Something that scores one conversation after another on one thread.
  func makePrefixScorer() -> any PrefixScorer {
    if let oracle { return OraclePrefixScorer(oracle: oracle) }
    guard let detector else { preconditionFailure("a contestant without a detector") }
    return DetectorPrefixScorer(detector, lens)
  }

  /// Whether the contestant called `name` can work from a view.
  static func supports(_ view: View, _ name: String) -> Bool {
    if name == Oracle.name { return view == .full }
    return DetectorCatalogue.entries.first { $0.name == name }?.views.contains(view) ?? false
  }

  /// The version of the contestant that would be trained under `name`.
  static func version(of name: String) -> Int {
    if name == Oracle.name { return Oracle.version }
    return DetectorCatalogue.entries.first { $0.name == name }?.version ?? 0
  }
}

extension Scorer {
  /// Observes one message of the columns.
  func observe(_ messages: borrowing MessageColumns, _ index: Int) -> Double {
    let time = messages.timeStyle[index].kind == .absent ? nil : messages.time[index]
    let author = Int(messages.author[index])
    return messages.withText(index) { observe(author: author, time: time, text: $0) }
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
