import Benchmarking
import Chat
import CommandLineKit
import Detection
import Foundation
import SQLite
import Statistics

/// Measures cases in this process (peak memory in children of its own) and makes points of them.
final class CaseSession {
  /// What was left out, and why.
  private(set) var notes: [String] = []
  private let inputs: CaseInputs
  private let suitePath: String
  private let meter: CaseMeter
  private let note: (String) -> Void
  private var databases: [String: String] = [:]

  init(_ suite: CaseSuite, path: String, folder: String, note: @escaping (String) -> Void) {
    inputs = CaseInputs(suite, folder: folder)
    (suitePath, self.note) = (path, note)
    meter = CaseMeter(inputs)
  }

  /// A point for each case, in their order; those that cannot be measured here are left out with a
  /// note.
  ///
  /// - Parameter blocks: how many samples a timed case has, interleaved with the others.
  /// - Throws: `ComparisonError` for a wrong answer, and for timed cases in a debug build.
  func points(
    of cases: [BenchmarkCase], commit: String, blocks: Int
  ) throws -> [PerformancePoint] {
    let times = try timed(cases.filter { $0.kind == .timed }, blocks: blocks)
    let quality = try qualityRuns(cases.filter { $0.kind == .quality })
    let (date, environment) = (
      Date.now.formatted(.iso8601), MachineEnvironment.current.fingerprint
    )
    var points: [PerformancePoint] = []
    for item in cases {
      try Interruption.check()
      do {
        let samples = times[item.name] ?? []
        let value =
          try
          (item.kind == .quality
          ? quality[item.corpus ?? ""]?.value(of: item)
          : item.kind == .timed ? OrderStatistics.median(samples) : counted(item))
        guard let value else {
          throw CaseMeter.Absent(description: "it has no value here")
        }
        points.append(
          PerformancePoint(
            commit: commit, date: date, environment: environment, name: item.name,
            kind: item.kind, unit: item.unit, better: item.better, version: item.version,
            value: value, samples: samples))
      } catch let error as CaseMeter.Absent {
        notes.append("Left out \(item.name): \(error).")
      }
    }
    return points
  }

  private func timed(_ cases: [BenchmarkCase], blocks: Int) throws -> [String: [Double]] {
    guard !cases.isEmpty else { return [:] }
    note("Timing \(cases.count) cases …")
    let contestants = cases.map { item in
      Contestant(
        item.name, expecting: true,
        selfTimed: { [meter] in (true, .nanoseconds(Int(try meter.sample(item)))) })
    }
    let result = try InterleavedComparison(blocks: blocks, seed: 1).run(contestants) {
      try Interruption.check()
    }
    return Dictionary(
      uniqueKeysWithValues: result.rows.map { row in
        (row.name, row.samples.map { ($0.seconds * 1e9).rounded() })
      })
  }

  private func qualityRuns(_ cases: [BenchmarkCase]) throws -> [String: QualityRun] {
    var runs: [String: QualityRun] = [:]
    for key in Set(cases.compactMap(\.corpus)).sorted() {
      let wanted = Set(cases.filter { $0.corpus == key }.compactMap(\.detector))
      note("Training and scoring \(wanted.count) detectors on '\(key)' …")
      let stored = try inputs.store(key, as: "\(key)-quality.sqlite")
      let order = cases.compactMap(\.detector).filter(wanted.contains)
      var seen: Set<String> = []
      runs[key] = try QualityRun(
        order.filter { seen.insert($0).inserted }, database: stored.database, corpus: "measured")
    }
    return runs
  }

  private func counted(_ item: BenchmarkCase) throws -> Double {
    switch item.measure {
    case .peakRSS: return try peak(item)
    case .modelBytes:
      let examples = Examples(try inputs.chunks(item.corpus ?? ""))
      _ = try checked(
        examples.part(.train).items.count + examples.part(.validation).items.count, item)
      return Double(try inputs.detector(item.detector ?? "", item.corpus ?? "").modelBytes)
    case .fileBytes:
      let path = try inputs.corpusFile(item.corpus ?? "")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).count
      return Double(try checked(bytes, item))
    case .databaseRows, .databaseBytes: return try database(item)
    case .binaryBytes: return try binary(item)
    default: return try meter.sample(item)
    }
  }

  private func checked(_ answer: Int, _ item: BenchmarkCase) throws -> Int {
    guard item.expected == nil || answer == item.expected else {
      throw ComparisonError.wrongAnswer(
        contestant: item.name, expected: "\(item.expected ?? 0)", found: "\(answer)")
    }
    return answer
  }

  /// The middle of three processes: pages are shared and kept by rules that a program does not see.
  private func peak(_ item: BenchmarkCase) throws -> Double {
    try PeakMeter.prepare(item, inputs)
    let values = try (0..<3).map { _ in
      let worker = try CaseWorker(
        Self.executable, in: FileManager.default.currentDirectoryPath, suite: suitePath,
        inputs: inputs.folder)
      let (value, absent) = try worker.sample(item.name)
      guard let value else { throw CaseMeter.Absent(description: absent ?? "no value") }
      return value
    }
    return values.sorted()[1]
  }

  /// A database that holds one corpus and nothing else.
  private func database(_ item: BenchmarkCase) throws -> Double {
    let key = item.corpus ?? ""
    let path: String
    if let known = databases[key] {
      path = known
    } else {
      let stored = try inputs.store(key, as: "\(key)-counted.sqlite")
      _ = try checked(stored.messages, item)
      path = stored.database
      databases[key] = path
    }
    let connection = try Connection(path: path, mode: .readOnly)
    if item.measure == .databaseBytes {
      let pages = try connection.first("PRAGMA page_count") { $0.integer(0) } ?? 0
      return Double(pages * (try connection.first("PRAGMA page_size") { $0.integer(0) } ?? 0))
    }
    let tables = try connection.all(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ) { $0.text(0) }
    return try Double(
      tables.reduce(0) { sum, table in
        try sum + (connection.first("SELECT count(*) FROM \"\(table)\"") { $0.integer(0) } ?? 0)
      })
  }

  private func binary(_ item: BenchmarkCase) throws -> Double {
    let tool = String(item.name.split(separator: " ").last ?? "")
    let url = URL(fileURLWithPath: Self.executable).deletingLastPathComponent()
      .appending(path: tool)
    guard let file = try? Data(contentsOf: url, options: .alwaysMapped) else {
      throw CaseMeter.Absent(description: "\(tool) is not built beside nightlight-perf")
    }
    guard let bytes = BinarySize.loadedBytes(file) else {
      throw CaseMeter.Absent(description: "\(tool) is no 64-bit ELF file")
    }
    return Double(bytes)
  }

  /// The running program.
  static var executable: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
  }
}
