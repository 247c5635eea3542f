import Benchmarking
import CommandLineKit
import Foundation

/// What a worker says when it starts: the cases it knows.
struct CaseOffer: Codable, Equatable {
  var name: String
  var kind: PerformancePoint.Kind
  var version: Int
}

/// What a worker answers to the name of a case: a sample, or why there is none.
struct CaseReply: Codable, Equatable {
  var value: Double?
  /// The machine or the folder cannot measure it.
  var absent: String?
  /// A wrong answer or another failure.
  var error: String?
}

/// Answers names of cases on standard input with samples on standard output, until the input ends.
///
/// A duet asks two of these in turn, so that samples of two builds lie milliseconds apart.
struct CaseServer {
  private let suite: CaseSuite
  private let meter: CaseMeter

  init(_ inputs: CaseInputs) {
    suite = inputs.suite
    meter = CaseMeter(inputs)
  }

  func run() throws {
    try print(
      suite.cases.map { CaseOffer(name: $0.name, kind: $0.kind, version: $0.version) })
    while let name = readLine() { try print(reply(to: name)) }
  }

  private func reply(to name: String) -> CaseReply {
    guard let item = suite.cases.first(where: { $0.name == name }) else {
      return CaseReply(absent: "there is no such case")
    }
    do {
      return CaseReply(
        value: item.measure == .peakRSS
          ? try PeakMeter.measure(item, meter.inputs) : try meter.sample(item))
    } catch let error as CaseMeter.Absent {
      return CaseReply(absent: "\(error)")
    } catch {
      return CaseReply(error: "\(error)")
    }
  }

  private func print(_ value: some Encodable) throws {
    try printLine(String(decoding: JSONEncoder().encode(value), as: UTF8.self))
  }
}
