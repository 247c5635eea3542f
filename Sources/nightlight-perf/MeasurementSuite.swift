import Benchmarking

/// What is timed, and which figures and ratios are made of the times.
struct MeasurementSuite {
  /// How a time becomes a figure.
  enum Unit {
    /// Amount of work per second, in multiples of `scale`.
    case rate(scale: Double, name: String)
    /// The time itself.
    case seconds

    static let megabytes = Unit.rate(scale: 1e6, name: "MB/s")
    static let gigabytes = Unit.rate(scale: 1e9, name: "GB/s")
    static let messages = Unit.rate(scale: 1e6, name: "M messages/s")
    static let rows = Unit.rate(scale: 1e6, name: "M rows/s")
  }

  /// A contestant that a figure is compared with, and what the ratio must be.
  struct Rival {
    var contestant: String
    var amount: Double
    var target: PerformanceTarget?
  }

  /// A figure made of the times of one contestant.
  struct Figure {
    var name: String
    var contestant: String
    var amount = 1.0
    var unit: Unit
    var rivals: [Rival] = []
  }

  private(set) var contestants: [Contestant] = []
  private var figures: [Figure] = []
  private var latencies: [LatencyFigures] = []
  private var memories: [MemoryFigures] = []
  /// What is not measured, and why.
  var notes = ["Not measured: simdjson and the MiniLM encoder."]
  private let warmUpBlocks: Int
  /// What the peers report of their decisions beside their training or scoring.
  let prefixLog = PeerLog("scikit-learn, prefix", .atLeast(500, stretch: 2000))
  let embeddingLog = PeerLog("fastText, prefix", .atLeast(15, stretch: 40))
  /// Peak memory of training.
  let memoryLog = MemoryLog()

  init(warmUpBlocks: Int) { self.warmUpBlocks = warmUpBlocks }

  mutating func add(_ contestant: Contestant) { contestants.append(contestant) }

  mutating func add(_ figure: Figure) { figures.append(figure) }

  mutating func add(_ latency: LatencyFigures) { latencies.append(latency) }

  mutating func add(_ memory: MemoryFigures) { memories.append(memory) }

  /// The figures of a finished run. Rivals that did not take part are left out.
  func lines(of result: ComparisonResult) -> [MeasurementLine] {
    figures.compactMap { line(of: $0, result) }
      + memories.flatMap { $0.lines(skipping: warmUpBlocks) }
      + latencies.flatMap { $0.lines(skipping: warmUpBlocks) }
  }

  private func histogram(_ row: ComparisonResult.Row) -> LatencyHistogram {
    var histogram = LatencyHistogram()
    for sample in row.samples { histogram.record(Int((sample.seconds * 1e9).rounded())) }
    return histogram
  }

  private func line(of figure: Figure, _ result: ComparisonResult) -> MeasurementLine? {
    guard let row = result[figure.contestant] else { return nil }
    let seconds = row.median.seconds
    let (value, unit) =
      switch figure.unit {
      case .rate(let scale, let name): (figure.amount / seconds / scale, name)
      case .seconds: (seconds, "s")
      }
    return MeasurementLine(
      name: figure.name, value: value, unit: unit,
      deviation: row.medianAbsoluteDeviation.seconds / seconds,
      comparisons: figure.rivals.compactMap { rival in
        result.ratio(of: rival.contestant, to: figure.contestant).map { ratio in
          MeasurementLine.Comparison(
            against: rival.contestant, ratio: ratio.scaled(by: figure.amount / rival.amount),
            target: rival.target)
        }
      }, times: histogram(row))
  }
}
