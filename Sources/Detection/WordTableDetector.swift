import Chat
import TextFeatures

/// A detector that is a ``WordTable`` once it is trained: its type says how to train, the rest is
/// here.
protocol WordTableDetector: TrainableDetector {
  /// What scores.
  var model: WordTable { get }

  /// A detector from its parts.
  init(model: WordTable, parameters: [DetectorParameter])
}

extension WordTableDetector {
  /// The size of `encoded()`.
  public var modelBytes: Int { encoded().count }
  /// A running sum, a count and the features of one message.
  public var stateBytesCap: Int { ScratchBuffer.maximumBytes + 64 }

  /// A scorer that keeps a sum and a count.
  public func makeScorer() -> any Scorer { WordTableScorer(model) }

  /// What each message added to the margin of the whole conversation; the sum over all messages
  /// and the intercept is the margin.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    model.explain(chunk, conversation: conversation, limit: limit)
  }

  /// The buckets that hold something, with their numbers.
  public func encoded() -> [UInt8] { model.encoded(name, parameters) }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> Self {
    let read = try WordTable.decode(entry.name, bytes)
    return Self(model: read.model, parameters: read.parameters)
  }
}

extension WordTable {
  /// What every table says of itself together with `chosen`, sorted by name.
  func parameters(with chosen: [DetectorParameter]) -> [DetectorParameter] {
    var parameters = chosen
    if reduction == .mean {
      parameters.append(DetectorParameter("neutral-words", "\(neutralWords)"))
    }
    parameters += [
      DetectorParameter("buckets", "\(hasher.bucketCount)"),
      DetectorParameter("platt-intercept", "\(calibration.intercept)"),
      DetectorParameter("platt-slope", "\(calibration.slope)"),
      DetectorParameter("word-ngrams", hasher.words == 1 ? "1" : "1-2"),
    ]
    return parameters.sorted { $0.name < $1.name }
  }
}
