import Pages
import Store

extension ReportPage {
  /// Name, source, seed, content and recipe of a corpus.
  func facts(_ corpus: CorpusReport) -> HTML {
    let record = corpus.record
    var facts = [
      Fact("Source", record.source),
      Fact("Conversations", NumberText.grouped(record.conversations)),
      Fact("Messages", NumberText.grouped(record.messages)),
    ]
    if let seed = record.seed { facts.append(Fact("Seed", "\(seed)")) }
    facts.append(Fact("Created", record.createdUTC))
    var items = facts.flatMap(item)
    items += [
      .element("dt", ["Content (SHA-256)"]),
      .element("dd", [.element("code", [.text(record.contentSHA256)])]),
    ]
    var content: [HTML] = [.element("dl", items)]
    if let recipe = record.recipe {
      content.append(
        .element(
          "details",
          [
            .element("summary", ["The recipe"]),
            .element("pre", ["tabindex": "0"], [.text(recipe)]),
          ]))
    }
    return .fragment(content)
  }

  /// Names and values as a description list.
  func item(_ fact: Fact) -> [HTML] {
    [.element("dt", [.text(fact.name)]), .element("dd", [.text(fact.value)])]
  }

  /// What the splits hold.
  func splits(_ corpus: CorpusReport) -> HTML {
    guard !corpus.splits.isEmpty else { return .fragment([]) }
    let columns = [
      "Conversations", "Grooming", "Benign", "Insufficient evidence", "Unlabelled", "Messages",
      "With withheld content",
    ]
    let rows = corpus.splits.map { split in
      let counts = [
        split.conversations, split.grooming, split.benign, split.insufficientEvidence,
        split.unlabelled, split.messages, split.withheld,
      ]
      let cells = counts.map { DataTable.Cell(NumberText.grouped($0), sortKey: "\($0)") }
      return DataTable.Row([DataTable.Cell(split.split)] + cells)
    }
    return DataTable(
      caption:
        "Conversations per split and label. Metrics count grooming and benign; conversations "
        + "with insufficient evidence are scored and left out.",
      columns: [DataTable.Column("Split")]
        + columns.map { DataTable.Column($0, isNumeric: true) }, rows: rows
    ).html
  }

  /// How much easier familiar sentences are.
  func gap(_ index: Int) -> HTML {
    section(ReportTable.gap(data.corpora[index]), index, "test")
  }

  /// Everything that is known of a corpus.
  func corpus(_ index: Int) -> [HTML] {
    let corpus = data.corpora[index]
    return [
      facts(corpus), .element("h2", ["Splits"]), splits(corpus), .element("h2", ["Audits"]),
      audits(index),
    ]
  }

  /// What the audits found, group by group.
  private func audits(_ index: Int) -> HTML {
    let audits = data.corpora[index].audits
    guard let first = audits.first else {
      return .element(
        "p", ["class": "note"],
        [
          "The audits were not run: ",
          .element(
            "code", [.text("nightlight-corpus audit \(data.corpora[index].record.name)")]),
        ])
    }
    let broken = audits.count { $0.verdict == "broken" }
    return .fragment([
      .element(
        "p",
        [
          .text(
            broken == 0
              ? "Every bound holds." : "\(broken) of the bounds below are broken; they are in bold."
          ),
          .text(" Audited \(first.computedUTC)."),
        ]), section(ReportTable.audits(data.corpora[index]), index, "audits"),
    ])
  }

  /// A cell with a number to sort by.
  func number(_ value: Double?, _ text: String) -> DataTable.Cell {
    DataTable.Cell(text, sortKey: value.map { JSONText.number($0) } ?? "")
  }
}
