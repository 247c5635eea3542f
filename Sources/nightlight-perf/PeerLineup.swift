import Benchmarking
import Chat
import Foundation

/// A contestant of a run: how it is called, and how it is started.
struct PeerLineup {
  /// What its runs gave.
  final class Log {
    var outcomes: [ContestantOutcome] = []
    var quality: PeerQuality?
  }

  /// How a contestant runs.
  private enum Kind {
    case own(OwnContestant)
    case peer(python: String, script: String)
  }

  let name: String
  private let kind: Kind

  /// Whether it is one of Nightlight's own detectors.
  var isOurs: Bool {
    if case .own = kind { true } else { false }
  }

  /// Nightlight's detectors on text, and the peers that `python` can run; what is left out is said.
  static func found(
    python: String, script: String, seed: UInt64
  ) throws -> (members: [PeerLineup], notes: [String]) {
    func own(_ detector: String, _ note: String = "", sums: Bool = false, once: Bool = false)
      -> PeerLineup
    {
      PeerLineup(
        name: "nightlight \(detector)\(note)",
        kind: .own(
          OwnContestant(
            detector: detector, keepsRunningSums: sums, fitsOnce: once, seed: seed)))
    }
    let members = [
      own("linear-svm"), own("linear-svm", " (one fit)", once: true),
      own("linear-svm", " (running sums)", sums: true), own("logistic-regression"),
      own("naive-bayes"), own("fasttext"),
    ]
    let listed = try ChildProcess.run([python, script, "--list"])
    let rows = listed.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    let names = rows.compactMap(\.first)
    let versions = Set(rows.map { $0.dropFirst().joined(separator: " ") }).sorted()
    let missing = Self.known.filter { !names.contains($0) }
    return (
      members + names.map { PeerLineup(name: $0, kind: .peer(python: python, script: script)) },
      (versions.isEmpty ? [] : ["Packages: \(versions.joined(separator: ", "))."])
        + (missing.isEmpty
          ? []
          : ["Left out, since \(python) cannot import them: \(missing.joined(separator: ", "))."])
    )
  }

  /// The peers of `peers.py`.
  private static let known = [
    "scikit-learn-tfidf-lr", "scikit-learn-tfidf-svc", "scikit-learn-hashing-sgd",
    "fasttext-words", "fasttext-pairs", "vowpal-wabbit", "liblinear", "lightgbm",
  ]

  /// Runs it once and keeps what it says; gives how many conversations it scored and how long it
  /// trained.
  func run(
    _ corpus: PeerCorpus, scores: String, _ log: Log
  ) throws -> (answer: Int, elapsed: Duration) {
    let files = PeerCorpus.splits.map(corpus.path)
    let outcome: ContestantOutcome
    switch kind {
    case .own(let contestant):
      outcome = try contestant.run(
        training: files[0], validation: files[1], test: files[2], scores: scores)
    case .peer(let python, let script):
      let output = try ChildProcess.run(
        [python, script, name] + files + [scores], timeout: .seconds(7200))
      outcome = try ContestantOutcome(line: output, of: name)
    }
    let test = try Self.scores(scores + ".test")
    log.outcomes.append(outcome)
    log.quality = try PeerQuality(
      of: name, validation: Self.scores(scores + ".validation"), corpus.truth(.validation),
      test: test, corpus.truth(.test))
    // Scores of this run must not pass for those of the next one.
    for suffix in [".validation", ".test"] {
      try FileManager.default.removeItem(atPath: scores + suffix)
    }
    return (test.count, .seconds(outcome.trainSeconds))
  }

  private static func scores(_ path: String) throws -> [Double] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      guard let score = Double(line), !score.isNaN else {
        throw ChildFailure(program: path, reason: "wrote a line that is no score")
      }
      return score
    }
  }
}
