import Chat
import CommandLineKit
import CorpusFormats
import CorpusGeneration
import Experiments
import Store

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a corpus to a file.",
    discussion: """
      CSV has the columns conversation,author,time,text,label,split, one message a row, and holds
      no more than they name: conversations without a message are left out.
      """)

  @Argument(help: "The corpus.") var name: String
  @Option(help: "How the file is written.") var format: FileFormat = .jsonl
  @Option(help: "The file ('-': standard output).") var output: String
  @Option(help: "One split of it; all of it without this.") var split: String?
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    let known = Split.allCases.map(\.rawValue)
    guard let split, !known.contains(split) else { return }
    let hint = nearest(to: split, among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "The value '\(split)' is invalid for '--split'.\(hint) "
        + "Known: \(known.joined(separator: ", ")).")
  }

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let corpus = try workbench.corpus(named: name)
    var file = try FileOutput(path: output)
    var line = ProgressLine(
      "Writing", unit: "conversations", total: split == nil ? corpus.conversations : nil,
      quiet: common.isQuiet)
    defer { line.finish() }
    switch format {
    case .jsonl: break
    case .pan12: try file.write(PAN2012.head)
    case .csv: try file.write(CSV.head)
    }
    var bytes: [UInt8] = []
    try workbench.readChunks(
      corpus: name, split: split.flatMap(Split.init(rawValue:)), maximumTextBytes: 4 << 20
    ) { chunk in
      try Interruption.check()
      bytes.removeAll(keepingCapacity: true)
      for index in chunk.conversations.indices {
        switch format {
        case .jsonl: JSONL.append(chunk, conversation: index, to: &bytes)
        case .csv: CSV.append(chunk, conversation: index, to: &bytes)
        case .pan12:
          // An author of PAN-2012 is one person in every conversation; `a` elsewhere is not, nor is
          // a neutral id.
          PAN2012.append(
            chunk, conversation: index,
            qualifiesAuthors: corpus.source != "pan12"
              || corpus.derivation?.kind == Perturbation.Kind.anonymise.rawValue, to: &bytes)
        }
      }
      try file.write(bytes)
      line.advance(by: chunk.conversations.count)
    }
    if format == .pan12 { try file.write(PAN2012.foot) }
    try file.commit()
  }
}
