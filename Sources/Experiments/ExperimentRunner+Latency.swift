import Benchmarking
import Chat
import Detection
import Statistics
import Store

extension ExperimentRunner {
  /// At most so many messages are timed per contestant.
  private static let timedMessages = 60_000
  /// How many conversations a contestant scores before the next one's turn.
  private static let block = 16

  /// Times every message of a sample under every contestant, interleaved in blocks in seeded random
  /// order on one thread, and stores the histograms.
  func measureLatency(of entries: inout [Entry]) throws {
    let timed = entries.indices.filter { entries[$0].contestant.detector != nil }
    guard !timed.isEmpty, let split = plan.splits.first else { return }
    try report(.timing)
    let sample = try sample(split)
    var histograms = timed.map { _ in LatencyHistogram() }
    var spent = timed.map { _ in 0 }
    let scorers = timed.map { place in
      let contestant = entries[place].contestant
      return contestant.detector.map { contestant.lens.scorer($0.makeScorer()) }
    }
    let conversations = Array(sample.conversations.indices)
    var random = CounterRandom(seed: plan.seed, stream: 0, purpose: 0x6C61_7465)
    for start in stride(from: 0, to: conversations.count, by: Self.block) {
      let block = conversations[start..<min(start + Self.block, conversations.count)]
      for number in timed.indices.shuffled(using: &random) {
        guard let scorer = scorers[number] else { continue }
        // The first block warms caches and buffers up and does not count.
        let counts = start > 0 || conversations.count <= Self.block
        for index in block {
          time(scorer, sample, index, counts, &histograms[number], &spent[number])
        }
      }
      try report(.timing)
    }
    for (number, place) in timed.enumerated() {
      let rate =
        spent[number] > 0 ? Double(histograms[number].count) * 1e9 / Double(spent[number]) : nil
      for run in entries[place].runs.indices {
        entries[place].runs[run].record.messagesPerSecond = rate
        try workbench.save(histograms[number], run: entries[place].runs[run].record.id)
      }
    }
  }

  private func time(
    _ scorer: any Scorer, _ sample: Chunk, _ index: Int, _ counts: Bool,
    _ histogram: inout LatencyHistogram, _ spent: inout Int
  ) {
    scorer.begin(claims: ViewLens.claims(sample.conversations[index]))
    for message in sample.conversations[index].messages {
      let start = MonotonicClock.nanoseconds()
      let score = scorer.observe(sample.messages, message)
      let elapsed = Int(MonotonicClock.nanoseconds() - start)
      blackHole(score)
      if counts {
        histogram.record(elapsed)
        spent += elapsed
      }
    }
  }

  /// The first conversations of a split with about ``timedMessages`` messages.
  private func sample(_ split: Chat.Split) throws -> Chunk {
    struct Enough: Error {}
    var sample = Chunk()
    do {
      try workbench.readChunks(corpus: corpus.name, split: split, maximumTextBytes: 4 << 20) {
        sample = $0
        throw Enough()
      }
    } catch is Enough {}
    var messages = 0
    let kept = sample.conversations.prefix {
      messages += $0.messages.count
      return messages <= Self.timedMessages
    }
    if !kept.isEmpty { sample.conversations.removeLast(sample.conversations.count - kept.count) }
    return sample
  }
}
