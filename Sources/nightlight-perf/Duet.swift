import Benchmarking
import CommandLineKit
import Foundation
import Statistics

/// Two builds side by side: both, and the base once more against itself, sample for sample.
struct Duet {
  let base: Revision
  let head: Revision
  let suite: String
  /// How many rounds, each with fresh processes.
  let rounds: Int
  /// The seed of all orders.
  let seed: UInt64
  /// The chance of any false alarm over all cases of a run.
  static let alpha = 0.01

  /// Runs all rounds and gives a change for each timed case of `names` that both know.
  ///
  /// - Parameter progress: called after each sample.
  func run(_ names: [String], progress: () -> Void) throws -> [FigureChange] {
    var estimates: [String: [DuetEstimate.Round]] = [:]
    var times: [String: (base: [Double], head: [Double])] = [:]
    for round in 0..<rounds {
      let samples = try run(round: round, names, progress: progress)
      for (name, values) in zip(names, samples) {
        if let row = DuetEstimate.Round(base: values[0], control: values[1], head: values[2]) {
          estimates[name, default: []].append(row)
        }
        times[name, default: ([], [])].base += values[0] + values[1]
        times[name, default: ([], [])].head += values[2]
      }
    }
    return ChangeSet.timed(
      names.map { name in
        (
          name: name, base: OrderStatistics.median(times[name]?.base ?? []) ?? .nan,
          head: OrderStatistics.median(times[name]?.head ?? []) ?? .nan,
          estimate: DuetEstimate(estimates[name] ?? [], confidence: 1 - Self.alpha)
        )
      }, alpha: Self.alpha)
  }

  /// One round: three fresh processes on one processor, each warm, then every case in a block of its own.
  ///
  /// - Returns: for each case the samples of the base, of its second process and of the head.
  private func run(
    round: Int, _ names: [String], progress: () -> Void
  ) throws -> [[[Double]]] {
    var random = CounterRandom(seed: seed, stream: UInt64(round), purpose: 0xD0E7)
    var workers: [CaseWorker?] = [nil, nil, nil]
    for index in random.permutation(of: 3) {
      workers[index] = try (index == 2 ? head : base).worker(suite: suite)
    }
    let duo = workers.compactMap(\.self)
    // All on one processor, another one every round: what disturbs it disturbs all alike.
    let processor = random.below(ProcessInfo.processInfo.activeProcessorCount)
    for worker in duo { worker.pin(to: processor) }
    var samples = names.map { _ in [[Double]](repeating: [], count: 3) }
    for place in random.permutation(of: names.count) {
      // The first sample of a process pays for pages and buffers.
      for worker in duo { _ = try worker.sample(names[place]) }
      let stream = UInt64(round * names.count + place)
      for index in DuetOrder.block(of: 3, seed: seed, stream: stream) {
        try Interruption.check()
        let (value, absent) = try duo[index].sample(names[place])
        guard let value else {
          throw ChildFailure(program: names[place], reason: absent ?? "gave no sample")
        }
        samples[place][index].append(value)
        progress()
      }
    }
    return samples
  }
}
