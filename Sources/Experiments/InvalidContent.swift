import CorpusFormats
import CorpusGeneration

/// Whether an error means that the content of a given file is invalid, or that the content gate
/// refused it (exit status 3), rather than that something failed (exit status 1).
public func isInvalidContent(_ error: any Error) -> Bool {
  switch error {
  case is FormatError, GenerationError.invalid, GenerationError.contentGate,
    ExperimentError.invalidModel, ExperimentError.invalidManifest:
    true
  default: false
  }
}
