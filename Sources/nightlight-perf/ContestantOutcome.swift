import Foundation

/// What a contestant in a process of its own says of itself, as one line of JSON.
struct ContestantOutcome: Codable, Equatable {
  /// From the training file to a model, parsing included: processor seconds.
  var trainSeconds: Double
  /// The most memory up to then, in bytes.
  var peakBytes: Double
  /// From the test file to its scores, parsing included: processor seconds.
  var scoreSeconds: Double
  /// The median time of one decision, in nanoseconds by the wall.
  var decisionNanoseconds: Double

  enum CodingKeys: String, CodingKey {
    case trainSeconds = "train_seconds"
    case peakBytes = "peak_bytes"
    case scoreSeconds = "score_seconds"
    case decisionNanoseconds = "decision_ns"
  }

  init(
    trainSeconds: Double, peakBytes: Double, scoreSeconds: Double, decisionNanoseconds: Double
  ) {
    (self.trainSeconds, self.peakBytes) = (trainSeconds, peakBytes)
    (self.scoreSeconds, self.decisionNanoseconds) = (scoreSeconds, decisionNanoseconds)
  }

  /// Reads the last line of what the process printed.
  init(line output: String, of program: String) throws {
    let line = output.split(separator: "\n").last ?? ""
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
    } catch {
      throw ChildFailure(program: program, reason: "printed no line of figures")
    }
  }

  /// The line.
  func encoded() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
