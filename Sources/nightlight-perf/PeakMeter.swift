import Benchmarking
import Chat
import CorpusFormats
import Detection
import Experiments
import Foundation
import Glibc

/// Does the work of a peak-memory case as a tool does it, streaming where a tool streams, in a
/// process that did nothing else; what that process held at most is the figure.
enum PeakMeter {
  /// Makes the files that the work needs; called in another process than the work.
  static func prepare(_ item: BenchmarkCase, _ inputs: CaseInputs) throws {
    let corpus = item.corpus ?? ""
    if item.component != "generate" { _ = try inputs.corpusFile(corpus) }
    if item.component == "score" { _ = try inputs.modelFile(item.detector ?? "", corpus) }
  }

  /// Does the work, checks its answer and gives the peak of this process in bytes.
  static func measure(_ item: BenchmarkCase, _ inputs: CaseInputs) throws -> Double {
    let answer = try work(item, inputs)
    if let expected = item.expected, answer != expected {
      throw ComparisonError.wrongAnswer(
        contestant: item.name, expected: "\(expected)", found: "\(answer)")
    }
    guard let bytes = PeakMemory.ownBytes else {
      throw CaseMeter.Absent(description: "the system does not say what a process held")
    }
    return Double(bytes)
  }

  private static func work(_ item: BenchmarkCase, _ inputs: CaseInputs) throws -> Int {
    let corpus = item.corpus ?? ""
    var count = 0
    switch item.component {
    case "read":
      _ = try JSONL.read(path: inputs.corpusFile(corpus)) { count += $0.messages.count }
    case "generate":
      try CorpusGenerationWork(inputs.generator(corpus), threads: 1).writeLines { lines, _ in
        count += lines.count
      }
    case "train":
      let all = Examples(try MeasurementInputs.read(inputs.corpusFile(corpus)))
      let (training, validation) = (all.part(.train), all.part(.validation))
      let model = try DetectorCatalogue.train(
        item.detector ?? "", on: training, validation: validation, seed: 1)
      blackHole(model.modelBytes)
      count = training.items.count + validation.items.count
    case "score":
      var pass = ScoringPass(try inputs.detector(item.detector ?? "", corpus))
      _ = try JSONL.read(path: inputs.corpusFile(corpus)) { pass.score($0) }
      count = pass.answer.decisions
    default: preconditionFailure("'\(item.component)' has no peak")
    }
    return count
  }
}
