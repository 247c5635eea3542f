public import Chat
public import Evaluation

/// What a detector said of one conversation, as a run keeps it.
public struct PredictionRecord: Sendable, Equatable {
  /// The id of the conversation in its corpus.
  public var conversation: String
  /// How the detector's work on it ended.
  public var outcome: PredictionOutcome
  /// The score after the last message; nil where the detector gave none. NaN is stored as nil.
  public var score: Double?
  /// 1-based number of the message that raised the sticky alert; nil = not retrieved.
  public var alertMessage: Int?
  /// The score after every message, where the run keeps them; else empty.
  public var messageScores: [Double]
  /// The stage told after every message, for a detector that tells stages; else empty.
  public var messageStages: [Stage]

  /// A prediction.
  public init(
    conversation: String, outcome: PredictionOutcome = .ok, score: Double?, alertMessage: Int?,
    messageScores: [Double] = [], messageStages: [Stage] = []
  ) {
    (self.conversation, self.outcome, self.score) = (conversation, outcome, score)
    (self.alertMessage, self.messageScores) = (alertMessage, messageScores)
    self.messageStages = messageStages
  }

  /// ``messageScores`` as the database keeps them: eight bytes each, least significant first.
  var packedScores: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(messageScores.count * 8)
    for score in messageScores {
      withUnsafeBytes(of: score.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// The stages in packed bytes, or nil where one is no place in `Stage.allCases`.
  static func unpackStages(_ bytes: UnsafeBufferPointer<UInt8>) -> [Stage]? {
    let stages = Stage.allCases
    guard bytes.allSatisfy({ Int($0) < stages.count }) else { return nil }
    return bytes.map { stages[Int($0)] }
  }

  /// The scores in packed bytes, or nil where their number is no multiple of eight.
  static func unpack(_ bytes: UnsafeBufferPointer<UInt8>) -> [Double]? {
    guard bytes.count.isMultiple(of: 8) else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    return stride(from: 0, to: bytes.count, by: 8).map { offset in
      let bits = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      return Double(bitPattern: UInt64(littleEndian: bits))
    }
  }
}
