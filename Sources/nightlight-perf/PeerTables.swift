import Benchmarking
import CommandLineKit

/// The tables of a run of all contestants, as rows of cells.
struct PeerTables {
  let results: PeerResults

  /// Every contestant with its figures: medians over the blocks.
  var figures: [[String]] {
    [["", "average precision", "F1", "train, s", "peak, MB", "score, µs a message", "decide, µs"]]
      + results.standings.map { standing in
        [
          standing.name, decimals(standing.quality.averagePrecision, 3),
          decimals(standing.quality.f1, 3), digits(standing.median(\.trainSeconds)),
          digits(standing.median(\.peakBytes) / 1e6),
          digits(results.microsecondsPerMessage(standing)),
          digits(standing.median(\.decisionNanoseconds) / 1000),
        ]
      }
  }

  /// Every contestant over the reference, with the quartiles over the blocks.
  var ratios: [[String]] {
    [["against \(PeerResults.reference)", "train", "peak memory", "score", "decide"]]
      + results.standings.filter { $0.name != PeerResults.reference }.map { standing in
        [standing.name]
          + Self.figures.map { figure in
            results.ratio(figure, of: standing.name, to: PeerResults.reference)
              .map(MeasurementReport.text) ?? "—"
          }
      }
  }

  /// What is promised, with the ratios of this run.
  var targets: [[String]] {
    [["target", "against", "ratio [quartiles]"] + MeasurementReport.targetHeads]
      + Self.promises(isLarge: results.corpus.conversations.reduce(0, +) >= 50_000)
      .compactMap { promise in
        let (first, second) =
          promise.target.direction == .atLeast
          ? (promise.peer, promise.ours) : (promise.ours, promise.peer)
        return results.ratio(promise.figure, of: first, to: second).map { ratio in
          let comparison = MeasurementLine.Comparison(
            against: promise.peer, ratio: ratio, target: promise.target)
          return [promise.name, promise.peer, MeasurementReport.text(ratio)]
            + MeasurementReport.cells(of: comparison)
        }
      }
  }

  private static var figures: [KeyPath<ContestantOutcome, Double>] {
    [\.trainSeconds, \.peakBytes, \.scoreSeconds, \.decisionNanoseconds]
  }

  private struct Promise {
    var name: String
    var peer: String
    var figure: KeyPath<ContestantOutcome, Double>
    var target: PerformanceTarget
    var ours = PeerResults.reference
  }

  private static func promises(isLarge: Bool) -> [Promise] {
    let regression = "scikit-learn-tfidf-lr"
    let once = PeerResults.reference + " (one fit)"
    // A search of fixed size weighs less on a large corpus; its fits grow a little faster.
    let large: PerformanceTarget =
      isLarge ? .atLeast(20, stretch: 35) : .atLeast(25, stretch: 40)
    return [
      Promise(
        name: "train, six points searched", peer: regression, figure: \.trainSeconds,
        target: large),
      Promise(
        name: "train, one fit", peer: regression, figure: \.trainSeconds, target: large,
        ours: once),
      Promise(
        name: "train, six points searched", peer: "vowpal-wabbit", figure: \.trainSeconds,
        target: .atLeast(2, stretch: 3)),
      Promise(
        name: "train, one fit", peer: "vowpal-wabbit", figure: \.trainSeconds,
        target: .atLeast(2, stretch: 3), ours: once),
      Promise(
        name: "peak memory of training", peer: regression, figure: \.peakBytes,
        target: .atMost(0.25, stretch: 0.15)),
      Promise(
        name: "score", peer: "scikit-learn-hashing-sgd", figure: \.scoreSeconds,
        target: .atLeast(10, stretch: 15)),
      Promise(
        name: "score", peer: "fasttext-words", figure: \.scoreSeconds,
        target: .atLeast(2, stretch: 4)),
      Promise(
        name: "one decision", peer: regression, figure: \.decisionNanoseconds,
        target: .atLeast(500, stretch: 2000)),
      Promise(
        name: "one decision", peer: "fasttext-words", figure: \.decisionNanoseconds,
        target: .atLeast(15, stretch: 40)),
    ]
  }

  private func digits(_ value: Double) -> String { MeasurementReport.digits(value) }

  /// What the corpus is, in a sentence.
  var corpusText: String {
    let splits = ["train", "validation", "test"]
    let sizes = zip(splits, zip(results.corpus.conversations, results.corpus.messages)).map {
      "\($0): \(grouped($1.0)) conversations, \(grouped($1.1)) messages"
    }
    return "Recipe \(results.corpus.recipe), seed \(results.corpus.seed), "
      + "\(grouped(results.corpus.bytes)) bytes; " + sizes.joined(separator: "; ") + "."
  }

  /// All of it for a terminal.
  var text: String {
    let machine = results.environment.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return
      (machine + [corpusText, "\(results.blocks) blocks, all contestants in turn.", ""]
      + MeasurementReport.aligned(figures) + [""] + MeasurementReport.aligned(ratios) + [""]
      + MeasurementReport.aligned(targets) + results.notes).joined(separator: "\n")
  }
}
