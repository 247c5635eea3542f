import Chat
import CommandLineKit
import CorpusFormats
import Experiments
import Store

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a corpus file into the database.",
    discussion: """
      The file comes in whole or not at all. Conversations without a split are cut .6/.2/.2,
      stratified by label, by a hash of their group.

      CSV has a header that names the columns conversation, author and text, and if it likes time,
      label and split; other columns are passed over. One message is one row, and the rows of a
      conversation stand together in the order of the chat.

      --filter villatoro-tello keeps conversations of two authors or more, each with at least six
      messages (Villatoro-Tello et al. 2012); pairs keeps those of exactly two, each with at least
      seven. --disjoint-authors, for PAN-2012, makes a group of the conversations that share an
      author, directly or by others, so that nobody writes in two splits.
      """)

  @Option(help: "How the file is written.") var format: FileFormat
  @Argument(help: "The file ('-': standard input, JSONL or CSV).") var path: String
  @Option(help: "The corpus's name in the database.") var name: String
  @Option(help: "The truth file of PAN-2012: author ids, or conversation and line.")
  var truth: String?
  @Option(help: "The label that means grooming; every other one is benign.")
  var positiveLabel: String?
  @Option(help: "Shares of train, validation and test, such as 0.6/0.2/0.2.") var split: String?
  @Option(help: "Keep some conversations alone: villatoro-tello, pairs.") var filter: String?
  @Flag(help: "No author in two splits (PAN-2012).") var disjointAuthors = false
  @Flag(help: "Skip bad lines and report each.") var lenient = false
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    if truth != nil, format != .pan12 {
      throw ValidationError("--truth goes with --format pan12.")
    }
    if positiveLabel != nil, format == .pan12 {
      throw ValidationError("--positive-label goes with --format jsonl or csv.")
    }
    if disjointAuthors, format != .pan12 {
      throw ValidationError(
        "--disjoint-authors goes with --format pan12: elsewhere a name may be many people's.")
    }
    let filters = ConversationFilter.named.map(\.name)
    if let filter, !filters.contains(filter) {
      let hint = nearest(to: filter, among: filters).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "The value '\(filter)' is invalid for '--filter'.\(hint) "
          + "Known: \(filters.joined(separator: ", ")).")
    }
    if name.isEmpty { throw ValidationError("--name is empty; expected a name.") }
    if let split, SplitAssignment(split) == nil {
      throw ValidationError(
        "--split is '\(split)'; expected three shares that add up to 1, such as 0.6/0.2/0.2.")
    }
  }

  func run() throws {
    let workbench = try Workbench(path: common.databasePath)
    let work = CorpusImport(
      format: format.corpusFormat, path: path, truth: truth, positiveLabel: positiveLabel,
      shares: split.flatMap { SplitAssignment($0) },
      filter: ConversationFilter.named.first { $0.name == filter }?.filter,
      keepsAuthorsTogether: disjointAuthors, isLenient: lenient)
    var line = ProgressLine("Reading", unit: "conversations", quiet: common.isQuiet)
    defer { line.finish() }
    let (corpus, summary) = try work.store(in: workbench, name: name) { count in
      try Interruption.check()
      line.advance(by: count)
    }
    line.finish()
    for item in summary.skipped { common.note("skipped \(item)") }
    if !summary.skipped.isEmpty { common.note("\(grouped(summary.skipped.count)) skipped.") }
    if filter != nil {
      common.note(
        "\(grouped(corpus.conversations)) of \(grouped(summary.conversations)) conversations kept.")
    }
    try corpus.report(common)
  }
}
