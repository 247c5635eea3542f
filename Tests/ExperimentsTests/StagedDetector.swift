import Chat
import Detection

/// A detector that takes the score of another for the probability of a critical stage, and half of
/// it for its own score.
struct StagedDetector: Detector {
  var base: any Detector
  var name: String { "staged" }
  var version: Int { 1 }
  var parameters: [DetectorParameter] { [] }
  var modelBytes: Int { base.modelBytes }
  var stateBytesCap: Int { base.stateBytesCap }

  func makeScorer() -> any Scorer { StagedScorer(base.makeScorer()) }
  func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    base.explain(chunk, conversation: conversation, limit: limit)
  }
  func encoded() -> [UInt8] { base.encoded() }
}

private final class StagedScorer: Scorer {
  private let base: any Scorer
  private(set) var stage: StageBelief?

  init(_ base: any Scorer) { self.base = base }

  func begin() {
    base.begin()
    stage = nil
  }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    let score = base.observe(author: author, time: time, text: text)
    stage = StageBelief(stage: score < 0.5 ? .rapport : .isolation, critical: score)
    return score / 2
  }
}
