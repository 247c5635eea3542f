import CommandLineKit
import Experiments

/// The formats of corpus files, as words of a command line.
enum FileFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl, pan12, csv

  var corpusFormat: CorpusImport.Format {
    switch self {
    case .jsonl: .jsonl
    case .pan12: .pan12
    case .csv: .csv
    }
  }
}
