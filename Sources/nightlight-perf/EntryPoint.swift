import Benchmarking
import CommandLineKit
import CorpusGeneration

/// Measures the workbench beside the limits of the machine.
@main struct PerfTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightlight-perf",
    abstract: "Measure how fast the workbench is, beside what the machine allows.",
    version: suiteVersion,
    subcommands: [
      Measure.self, Peers.self, Growth.self, ContestantRun.self, Cases.self, Record.self,
      Compare.self, Changes.self, History.self, Export.self,
    ])

  static func exitStatus(for error: any Error) -> ExitCode {
    if error is CaseSuiteError { return .invalidContent }
    switch error as? HistoryError {
    case .badLine, .tornLine: return .invalidContent
    case .badValue, .file, nil: break
    }
    return switch error as? GenerationError {
    case .invalid, .contentGate: .invalidContent
    case .unreadable, nil: .failure
    }
  }
}
