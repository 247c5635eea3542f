import Benchmarking
import Chat
import Detection

/// One pass of a scorer over conversations, deciding after every message.
struct ScoringPass {
  /// What a pass must give again: how many decisions, and all their bits mixed.
  struct Answer: Equatable {
    var decisions = 0
    var digest: UInt64 = 0

    mutating func add(_ score: Double) {
      decisions += 1
      digest = (digest ^ score.bitPattern) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Joins what another pass gave; the order of joining does not matter.
    mutating func join(_ other: Answer) {
      decisions += other.decisions
      digest &+= other.digest
    }
  }

  private let scorer: any Scorer
  private(set) var answer = Answer()

  init(_ detector: any Detector) { scorer = detector.makeScorer() }

  /// Forgets the answer and keeps the scorer with the buffers that it has grown.
  mutating func restart() { answer = Answer() }

  /// Scores every prefix of every conversation of a chunk.
  mutating func score(_ chunk: Chunk) {
    var result = answer
    visit(chunk) { result.add($0()) }
    answer = result
  }

  /// The same, recording the nanoseconds of each decision; one reading of the clock is within each.
  mutating func score(_ chunk: Chunk, into histogram: inout LatencyHistogram) {
    var result = answer
    visit(chunk) { decide in
      let start = MonotonicClock.nanoseconds()
      let score = decide()
      histogram.record(MonotonicClock.nanoseconds() - start)
      result.add(score)
    }
    answer = result
  }

  /// The same, appending what was said at the end of each conversation; 0 for one without messages.
  mutating func score(_ chunk: Chunk, last scores: inout [Double]) {
    var result = answer
    var score = 0.0
    var ends: [Double] = []
    visit(chunk) {
      score = $0()
      result.add(score)
    } end: {
      ends.append(score)
      score = 0
    }
    scores += ends
    answer = result
  }

  /// Hands on one decision after the other, to be made at once.
  @inline(__always)
  private func visit(
    _ chunk: Chunk, _ body: (() -> Double) -> Void, end: () -> Void = {}
  ) {
    let (authors, times, styles) = (
      chunk.messages.author, chunk.messages.time, chunk.messages.timeStyle
    )
    let ends = chunk.messages.textEnd
    let texts = chunk.messages.text.span
    for conversation in chunk.conversations {
      scorer.begin()
      for index in conversation.messages {
        let text = (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
        let time = styles[index].kind == .absent ? nil : times[index]
        body {
          scorer.observe(author: Int(authors[index]), time: time, text: texts.extracting(text))
        }
      }
      end()
    }
  }
}
