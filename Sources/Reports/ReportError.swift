/// Why a report cannot be made.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  /// The file of the database is not there.
  case noDatabase(path: String)
  /// The database has no corpus at all.
  case noCorpora
  /// No corpus has the name; those there are.
  case unknownCorpus(String, available: [String])
  /// Several corpora have results and the command takes one.
  case ambiguousCorpus([String])
  /// A corpus has no finished run on a split.
  case noRuns(corpus: String, split: String)
  /// Two runs cannot be compared.
  case incomparable(Int, Int, reason: String)
  /// The folder holds something that no report wrote.
  case notAReport(path: String)
  /// The system refused a file or folder.
  case unwritable(path: String, reason: String)
  /// A page with marks that cannot be followed; the line counts from 1.
  case invalidPage(path: String, line: Int, reason: String)
  /// A page that is not what its marks make, with the lines of those marks.
  case outdatedPage(path: String, lines: [Int])
  /// A file that does not hold tables as `table --format json` prints them.
  case invalidTables(path: String, reason: String)

  /// One sentence: where, what, what was expected.
  public var description: String {
    switch self {
    case .noDatabase(let path):
      "\(path): no such database; 'nightlight-corpus generate' makes one, --db names another"
    case .noCorpora:
      "the database holds no corpus; 'nightlight-corpus generate' or 'import' adds one"
    case .unknownCorpus(let name, let available):
      "unknown corpus '\(name)'; there are: " + available.joined(separator: ", ")
    case .ambiguousCorpus(let names):
      "several corpora have results; choose one with --corpus: " + names.joined(separator: ", ")
    case .noRuns(let corpus, let split):
      "\(corpus): no finished run on split '\(split)'; 'nightlight-bench run --corpus \(corpus)' "
        + "makes some"
    case .incomparable(let first, let second, let reason):
      "runs \(first) and \(second) do not compare: \(reason)"
    case .notAReport(let path):
      "\(path): holds files that no report wrote; expected a new folder, an empty one or a report"
    case .unwritable(let path, let reason): "\(path): \(reason)"
    case .invalidPage(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .outdatedPage(let path, let lines):
      lines.map { line in
        "\(path):\(line): not what this mark's command makes; expected the output of "
          + "'nightlight-report splice \(path)'"
      }.joined(separator: "\n")
    case .invalidTables(let path, let reason):
      "\(path): \(reason); expected what 'nightlight-report table --format json' prints"
    }
  }
}
