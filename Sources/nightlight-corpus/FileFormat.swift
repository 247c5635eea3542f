import CommandLineKit
import Experiments

/// The formats of corpus files, as words of a command line.
enum FileFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl, pan12, csv

  /// What is brought into the database; a table becomes canonical JSONL first.
  var corpusFormat: CorpusImport.Format {
    switch self {
    case .jsonl, .csv: .jsonl
    case .pan12: .pan12
    }
  }
}
