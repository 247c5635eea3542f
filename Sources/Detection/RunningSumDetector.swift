public import Chat
import TextFeatures

/// A detector in running-sum mode: 16 bytes of state for each open conversation, so that a stream of
/// a million of them fits in memory.
///
/// Sums of words (`naive-bayes`, `complement-naive-bayes`, `fasttext`, `profile-based`) score as they
/// do without it. The linear models count a repeated feature in full instead of by 1 + ln n, since
/// they cannot know that it is repeated; their calibration is fitted anew on validation.
///
/// ```swift
/// let detector = try DetectorCatalogue.train("linear-svm", on: training, validation: held, seed: 1)
/// let light = try RunningSumDetector(detector, validation: held)
/// light?.stateBytesCap  // 16
/// ```
public struct RunningSumDetector: Detector {
  /// The names of the detectors that have this mode, in the order of the catalogue.
  public static var names: [String] {
    DetectorCatalogue.all.filter { $0 is any RunningSumming.Type }.map { $0.entry.name }
  }

  private static let layout: UInt32 = 1
  private static let kind = "running-sums"

  /// The detector as it is without this mode.
  public let base: any Detector
  private let model: any RunningSumModel
  private let calibration: Calibration

  /// A trained detector in this mode; nil where it has none. O(text of `validation`).
  ///
  /// - Parameter checkpoint: called between pieces of work; what it throws ends the work.
  public init?(
    _ base: any Detector, validation: Examples, checkpoint: () throws -> Void = {}
  ) rethrows {
    guard let model = (base as? any RunningSumming)?.summed else { return nil }
    guard !model.isExactFromSums else {
      self.init(base, model, model.calibration)
      return
    }
    let margins = try TrainingSample.margins(validation, checkpoint: checkpoint) {
      model.margin(Self.run(model, $0, conversation: $1))
    }
    self.init(
      base, model,
      Calibration(margins: margins, isPositive: validation.items.map(\.isPositive)))
  }

  private init(_ base: any Detector, _ model: any RunningSumModel, _ calibration: Calibration) {
    (self.base, self.model, self.calibration) = (base, model, calibration)
  }

  /// The name of the detector itself.
  public var name: String { base.name }
  /// The version of the detector itself.
  public var version: Int { base.version }
  /// What was chosen for the detector, and this mode's own calibration.
  public var parameters: [DetectorParameter] {
    (base.parameters.filter { !$0.name.hasPrefix("platt") } + [
      DetectorParameter("platt-intercept", "\(calibration.intercept)"),
      DetectorParameter("platt-slope", "\(calibration.slope)"),
    ]).sorted { $0.name < $1.name }
  }
  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// Two sums.
  public var stateBytesCap: Int { MemoryLayout<RunningSums>.size }

  /// Takes the next message of the conversation that `sums` belong to; gives the calibrated
  /// probability after it. O(bytes).
  ///
  /// - Parameter scratch: memory for the features of one message, the same for all conversations.
  public func observe(
    _ text: Span<UInt8>, _ sums: inout RunningSums, scratch: inout [UInt32]
  ) -> Double {
    model.add(text, to: &sums, scratch: &scratch)
    return calibration.probability(model.margin(sums))
  }

  /// A scorer that keeps two sums.
  public func makeScorer() -> any Scorer { RunningSumScorer(self) }

  /// What each message added to the margin of the whole conversation; the sum over all messages and
  /// the margin of no message is the margin.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let range = chunk.conversations[conversation].messages
    let columns = chunk.messages
    let divisor = model.divisor(Self.run(model, chunk, conversation: conversation))
    var parts: [[UInt32: Double]] = []
    var totals: [Double] = []
    for message in range {
      var (buckets, sums, part): ([UInt32], RunningSums, [UInt32: Double]) = ([], .init(), [:])
      model.hasher.append(columns.text.span.extracting(columns.textRange(message)), to: &buckets)
      for bucket in buckets { part[bucket, default: 0] += model.add(bucket, to: &sums) }
      parts.append(part)
      totals.append(sums.weights / divisor)
    }
    return EvidenceRanking.top(totals, limit: limit) { index in
      let text = columns.text.span.extracting(columns.textRange(range.lowerBound + index))
      return EvidenceRanking.terms(
        text, model.hasher, parts[index], direction: totals[index] < 0 ? -1 : 1)
    }
  }

  /// The calibration of this mode and the bytes of the detector.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(Self.kind, layout: Self.layout)
    writer.write(calibration)
    writer.write(bytes: base.encoded())
    return writer.bytes
  }

  /// Reads what `encoded()` wrote of detector `name`.
  ///
  /// - Throws: ``DetectionError``.
  public static func decode(_ name: String, _ bytes: [UInt8]) throws -> RunningSumDetector {
    var reader = try ModelReader(kind, layout: layout, bytes)
    let calibration = try reader.readCalibration()
    let base = try DetectorCatalogue.decode(name, try reader.readBytes())
    try reader.finish()
    guard let model = (base as? any RunningSumming)?.summed else {
      throw DetectionError.invalidModel(
        detector: name, reason: "no running-sum mode; expected one of \(names)")
    }
    return RunningSumDetector(base, model, calibration)
  }

  private static func run(
    _ model: any RunningSumModel, _ chunk: Chunk, conversation: Int
  ) -> RunningSums {
    var sums = RunningSums()
    var scratch: [UInt32] = []
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      model.add(
        columns.text.span.extracting(columns.textRange(message)), to: &sums, scratch: &scratch)
    }
    return sums
  }
}

/// A detector whose model can go on from ``RunningSums``.
protocol RunningSumming: TrainableDetector {
  /// The model.
  var summed: any RunningSumModel { get }
}

extension RunningSumming where Self: LinearTextDetector {
  var summed: any RunningSumModel { model }
}

extension RunningSumming where Self: WordTableDetector {
  var summed: any RunningSumModel { model }
}

extension LinearSVM: RunningSumming {}
extension LogisticRegression: RunningSumming {}
extension NaiveBayes: RunningSumming {}
extension ComplementNaiveBayes: RunningSumming {}
extension FastText: RunningSumming {}
extension ProfileBased: RunningSumming {}

/// The state of one conversation in running-sum mode.
private final class RunningSumScorer: Scorer {
  private let detector: RunningSumDetector
  private var sums = RunningSums()
  private var scratch: [UInt32] = []

  init(_ detector: RunningSumDetector) { self.detector = detector }

  func begin() { sums = RunningSums() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    detector.observe(text, &sums, scratch: &scratch)
  }
}
