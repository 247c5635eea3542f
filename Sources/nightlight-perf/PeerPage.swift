/// The page of the documentation that a run of all contestants makes.
struct PeerPage {
  let results: PeerResults

  /// Markdown, with the pictures beside it.
  var markdown: String {
    let tables = PeerTables(results: results)
    let machine = results.environment.sorted { $0.key < $1.key }
      .map { "\($0.key) `\($0.value)`" }.joined(separator: ", ")
    return """
      # What users would pick instead

      This page was made by

      ```
      \(results.command)
      ```

      on \(machine). Only ratios within one run compare; on another machine, make it anew with
      `make bench-peers`.

      \(tables.corpusText) Every contestant trained on the same training file and scored the same
      test file, each in a process of its own on one thread, \(results.blocks) times, all in turn in a
      random order. Average precision and F1 are made of the written scores by one piece of code; the
      threshold of F1 is the best on validation. Hyper-parameters of the peers are those of their own
      tutorials (`peers.py`); Nightlight's are chosen on validation among six
      points, and that time is counted; `(one fit)` is given C = 1 and word pairs, as the peers are.

      ![Average precision against the cost of a message](peers-quality.svg)

      ![Average precision against the time of training](peers-training.svg)

      ## Figures

      Processor seconds, parsing of the file included, start-up and imports left out; medians.
      `score`: Nightlight decides after *every* message, peers once for each conversation; both
      are divided by all messages. `decide`: one decision on the prefix that ends with the newest message,
      wall time, median.

      \(Self.table(tables.figures))

      ## Ratios

      How many times as much as `\(PeerResults.reference)`: the median over the blocks and its quartiles.

      \(Self.table(tables.ratios))

      ## Targets

      Ratios of the peer to `\(PeerResults.reference)`; of peak memory, the other way round.

      \(Self.table(tables.targets))
      \(results.notes.map { "\n\($0)\n" }.joined())
      """
  }

  /// Rows as a Markdown table; the first is the head.
  static func table(_ rows: [[String]]) -> String {
    guard let head = rows.first else { return "" }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    return ([line(head), "|" + head.map { _ in "---|" }.joined()] + rows.dropFirst().map(line))
      .joined(separator: "\n")
  }
}
