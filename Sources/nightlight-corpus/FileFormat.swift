import CommandLineKit
import Experiments

/// The formats of corpus files, as words of a command line.
typealias FileFormat = CorpusImport.Format

extension CorpusImport.Format: ExpressibleByArgument {}
