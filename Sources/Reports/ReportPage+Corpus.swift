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
  func gap(_ corpus: CorpusReport) -> HTML {
    let heading = HTML.element("h3", ["The gap: iid − template-ood"])
    var shown = corpus
    shown.tracks = corpus.tracks.map(\.headline)
    let table = GapTable(shown)
    guard !table.rows.isEmpty else {
      return .fragment([
        heading,
        .element("p", ["class": "note"], ["No detector has run on both test and test-iid."]),
      ])
    }
    let columns =
      [DataTable.Column("Detector"), DataTable.Column("Policy"), DataTable.Column("View")]
      + ["Average precision", "F1"].flatMap { metric in
        ["iid", "ood", "gap"].map { DataTable.Column(metric, detail: $0, isNumeric: true) }
      }
    let rows = table.rows.map { row in
      DataTable.Row(
        [DataTable.Cell(row.detector), DataTable.Cell(row.policy), DataTable.Cell(row.view)]
          + [row.averagePrecision, row.f1].flatMap { pair in
            [
              number(pair.iid, NumberText.value(pair.iid, .rate)),
              number(pair.ood, NumberText.value(pair.ood, .rate)),
              number(pair.gap, NumberText.signed(pair.gap)),
            ]
          }, style: row.isControl ? "control" : nil)
    }
    return .fragment([
      heading,
      DataTable(
        caption:
          "The sentences of template-ood were never seen in training, those of iid come from "
          + "the templates of training. A large gap says that a detector learned templates. Unit: "
          + "conversation.", columns: columns, rows: rows, isSortable: true
      ).html,
    ])
  }

  /// A cell with a number to sort by.
  func number(_ value: Double?, _ text: String) -> DataTable.Cell {
    DataTable.Cell(text, sortKey: value.map { JSONText.number($0) } ?? "")
  }
}
