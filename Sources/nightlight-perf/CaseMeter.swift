import Benchmarking
import CCounters
import Glibc

/// Takes samples of cases, one at a time, and checks every answer.
final class CaseMeter {
  /// A case that this machine or this folder cannot measure: left out with a note, not an error.
  struct Absent: Error, CustomStringConvertible {
    var description: String
  }

  let inputs: CaseInputs
  private var works: [String: CaseWork] = [:]
  private var answers: [String: CaseWork.Answer] = [:]
  /// Names of the cases whose work was done once, so that its buffers have grown.
  private var isWarm: Set<String> = []

  init(_ inputs: CaseInputs) { self.inputs = inputs }

  /// One sample of a case: nanoseconds of processor time of its fastest pass, allocations, instructions.
  ///
  /// - Throws: `ComparisonError.wrongAnswer` where an answer is not the expected one, or not that of
  ///   the first pass; ``Absent``.
  func sample(_ item: BenchmarkCase) throws -> Double {
    switch item.measure {
    case .cpu:
      guard !MachineEnvironment.isDebugBuild else { throw ComparisonError.debugBuild }
      // The fastest pass: others on the machine only ever add, by emptying caches (Chen and Revels
      // 2016, arXiv:1608.04295).
      let times = try (0..<item.passes).map { _ in
        try pass(item, CPUClock.process.nanoseconds)
      }
      return Double(times.min() ?? 0)
    case .allocations:
      guard Self.countsAllocations else {
        throw Absent(description: "this build does not count allocations")
      }
      try warmUp(item)
      counters_set_counting(true)
      defer { counters_set_counting(false) }
      let count = try pass(item) { Int(counters_allocations()) }
      guard item.component == "score", let messages = item.expected else { return Double(count) }
      return Double(count) * 1000 / Double(messages)
    case .instructions:
      try warmUp(item)
      let counter = counters_open_instructions()
      guard counter >= 0 else {
        throw Absent(description: "this machine does not let a program count instructions")
      }
      defer { close(counter) }
      return Double(try pass(item) { Int(counters_instructions(counter)) })
    default: preconditionFailure("'\(item.name)' is no case of repeated work")
    }
  }

  /// Whether allocations reach the counter: known ones are made and must be seen, since a linker may
  /// leave the system's allocator in place, and then every count would be 0.
  private static let countsAllocations: Bool = {
    guard counters_count_allocations() else { return false }
    let start = counters_allocations()
    counters_set_counting(true)
    for size in 1...100 { blackHole([UInt8](repeating: 1, count: 64 * size)) }
    counters_set_counting(false)
    return counters_allocations() - start >= 100
  }()

  /// Does the work of a case once without measuring it.
  func warmUp(_ item: BenchmarkCase) throws {
    guard isWarm.insert(item.name).inserted else { return }
    _ = try pass(item) { 0 }
  }

  /// Does the work once and gives how much `meter` advanced meanwhile.
  private func pass(_ item: BenchmarkCase, _ meter: () -> Int) throws -> Int {
    let work = try works[item.name] ?? CaseWork(item, inputs)
    works[item.name] = work
    try work.setUp()
    let start = meter()
    try work.body()
    let amount = meter() - start
    let answer = try work.answer()
    blackHole(answer)
    try check(answer, of: item)
    return amount
  }

  private func check(_ answer: CaseWork.Answer, of item: BenchmarkCase) throws {
    if let expected = item.expected, answer.count != expected {
      throw ComparisonError.wrongAnswer(
        contestant: item.name, expected: "\(expected)", found: "\(answer.count)")
    }
    // One detector gives the same bits whatever is measured of it.
    let key = "\(item.component) \(item.detector ?? "") \(item.corpus ?? "")"
    if let first = answers[key], first != answer {
      throw ComparisonError.wrongAnswer(
        contestant: item.name, expected: "the bits of the first pass", found: "others")
    }
    answers[key] = answer
  }
}
