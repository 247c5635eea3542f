import Glibc
import Statistics

@testable import Evaluation

/// Detectors whose faults are known, on conversations whose onset is known.
enum PlantedDetector: CaseIterable {
  /// Reads what was said, with much noise.
  case honest
  /// The label itself, with a little noise.
  case leaking
  /// The label in the last score alone.
  case leakingAtTheEnd
  /// 0.5, always; its policy never alerts.
  case silent
  /// 0.5, always; its policy alerts at once.
  case loud
  /// Numbers drawn at random.
  case random
  /// The honest one with its last score shown from the first message on.
  case lookingAhead
  /// The honest one with every second conversation lost.
  case crashing
  /// The honest one with the sign turned round.
  case reversed

  /// 100 grooming conversations of 20 to 40 messages with onsets 5…15, 300 benign ones.
  ///
  /// - Parameter keepsMessageScores: whether a run kept what it said after every message.
  func units(seed: UInt64, keepsMessageScores: Bool = true) -> [EvaluatedConversation] {
    (0..<400).map { id in
      var random = CounterRandom(seed: seed, stream: UInt64(id))
      let isPositive = id < 100
      let (count, onset) = (20 + random.below(21), 5 + random.below(11))
      let scores = scores(
        isPositive: isPositive, count: count, onset: onset, random: &random)
      let isLost = self == .crashing && id % 2 == 1
      let alert = scores.firstIndex { $0 >= 0.7 }.map { $0 + 1 }
      var unit = unit(
        id, isPositive, score: isLost ? nil : scores[count - 1],
        alert: isLost ? nil : self == .loud ? 1 : alert, onset: isPositive ? onset : nil,
        messages: count)
      unit.outcome = isLost ? .crash : .ok
      unit.messageScores = isLost || !keepsMessageScores ? [] : scores
      return unit
    }
  }

  private func scores(
    isPositive: Bool, count: Int, onset: Int, random: inout CounterRandom
  ) -> [Double] {
    switch self {
    case .silent, .loud: return [Double](repeating: 0.5, count: count)
    case .random: return (0..<count).map { _ in random.unit() * 0.75 }
    case .leaking: return (0..<count).map { _ in (isPositive ? 0.8 : 0.1) + random.unit() / 10 }
    case .honest, .leakingAtTheEnd, .lookingAhead, .crashing, .reversed: break
    }
    // A walk of evidence that drifts upwards from the onset on.
    var evidence = -1.0
    var scores = (1...count).map { number in
      evidence += random.unit() - 0.5 + (isPositive && number >= onset ? 0.12 : 0)
      return 1 / (1 + exp(-evidence))
    }
    switch self {
    case .lookingAhead: scores = scores.map { _ in scores[count - 1] }
    case .leakingAtTheEnd: scores[count - 1] = isPositive ? 1 : 0
    case .reversed: scores = scores.map { 1 - $0 }
    default: break
    }
    return scores
  }
}
