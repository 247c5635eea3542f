import Chat
public import Evaluation
import Statistics
public import Store

/// Two runs of one corpus and split side by side: differences, tests, and where they disagree.
///
/// ```swift
/// let comparison = try RunComparison(3, 7, in: workbench)
/// print(comparison.text)
/// ```
public struct RunComparison: Sendable {
  /// The first run.
  public let first: RunRecord
  /// The second run.
  public let second: RunRecord
  /// How many conversations both scored.
  public let count: Int
  /// What the comparison found.
  public let comparison: PairedComparison

  /// Reads two runs by number and compares them. O(resamples · conversations).
  ///
  /// - Throws: ``ReportError/incomparable(_:_:reason:)`` where the runs are not of the same
  ///   conversations, and what the workbench throws.
  public init(
    _ first: Int, _ second: Int, in workbench: Workbench, bootstrap: Bootstrap = Bootstrap()
  ) throws {
    (self.first, self.second) = (try workbench.run(id: first), try workbench.run(id: second))
    func refuse(_ reason: String) -> ReportError { .incomparable(first, second, reason: reason) }
    for run in [self.first, self.second] where !run.status.isFinished {
      throw refuse("run \(run.id) is \(run.status.rawValue), not done")
    }
    guard self.first.corpus == self.second.corpus, self.first.split == self.second.split else {
      throw refuse(
        "they are of \(self.first.corpus) / \(self.first.split.rawValue) and "
          + "\(self.second.corpus) / \(self.second.split.rawValue); expected one corpus and split")
    }
    let a = try workbench.evaluated(run: first, split: self.first.split)
    let b = try workbench.evaluated(run: second, split: self.second.split)
    guard !a.isEmpty, a.map(\.id) == b.map(\.id) else {
      throw refuse("they hold predictions of different conversations")
    }
    count = a.count
    comparison = PairedComparison(a, b, bootstrap: bootstrap)
  }

  /// What a run is called in a comparison.
  func name(_ run: RunRecord) -> String {
    "run \(run.id): \(run.detector), \(run.policy), \(run.view)"
  }

  /// For people, as Markdown.
  public var text: String {
    var lines = [
      "A = \(name(first))", "B = \(name(second))",
      "Corpus \(first.corpus), split \(first.split.rawValue), \(NumberText.grouped(count)) "
        + "conversations. Differences are A − B on the same cluster bootstrap resamples; an "
        + "interval without 0 tells. Holm: corrected over this table.", "",
      "| metric (unit: conversation) | A | B | A − B | 95 % interval | p | Holm |",
      "|:--|--:|--:|--:|:--|--:|--:|",
    ]
    for line in comparison.differences {
      let style = Metric.named(line.name).style
      let difference = line.difference
      let shown: (Double?) -> String = { value in
        style == .rate || style == .signedRate
          ? NumberText.signed(value) : NumberText.value(value, style)
      }
      let interval =
        difference.low != nil && difference.high != nil
        ? "[\(shown(difference.low)), \(shown(difference.high))]" : ""
      let cells = [
        line.name, NumberText.value(line.values.first, style),
        NumberText.value(line.values.second, style), shown(difference.value), interval,
        Self.text(p: line.p), Self.text(p: comparison.adjusted[line.name]),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    lines += [""] + testSentences
    lines += [
      "", "| where the decisions differ | n | only A right | only B right |", "|:--|--:|--:|--:|",
    ]
    for slice in comparison.discordances where slice.onlyFirst + slice.onlySecond > 0 {
      lines.append(
        "| \(slice.slice) | \(slice.count) | \(slice.onlyFirst) | \(slice.onlySecond) |")
    }
    return lines.joined(separator: "\n")
  }

  /// A p-value as the tables of a report write it.
  private static func text(p: Double?) -> String { ReportTable.probability(p).text }

  /// What the tests on decisions and scores say, a sentence each.
  var testSentences: [String] {
    let test = comparison.mcNemar
    var sentences = [
      "Decisions: McNemar exact p \(Self.text(p: test.exact)), mid-p "
        + "\(Self.text(p: test.midP)) (only A right \(test.onlyFirst), only B right "
        + "\(test.onlySecond))."
    ]
    if let test = comparison.deLong {
      sentences.append(
        "AUROC: DeLong difference \(NumberText.signed(test.difference)), standard error "
          + "\(NumberText.fixed(test.standardError, 4)), p \(Self.text(p: test.p)) "
          + "(conversations taken as independent).")
    }
    if let test = comparison.squaredErrors {
      sentences.append(
        "Brier: mean difference \(NumberText.signed(test.difference)), paired randomisation p "
          + "\(Self.text(p: test.p)) (conversations taken as independent).")
    }
    return sentences
  }

  /// For programs: `{"a":{…},"b":{…},"corpus","split","n","metrics":{name:{…}},…}`.
  public var json: String {
    func number(_ value: Double?) -> String { value.map { JSONText.number($0) } ?? "null" }
    func run(_ record: RunRecord) -> String {
      JSONText.object([
        ("run", "\(record.id)"), ("detector", JSONText.string(record.detector)),
        ("policy", JSONText.string(record.policy)), ("view", JSONText.string(record.view)),
        ("key", JSONText.string(record.key)),
      ])
    }
    let metrics = comparison.differences.map { line in
      (
        line.name,
        JSONText.object([
          ("a", number(line.values.first)), ("b", number(line.values.second)),
          ("difference", number(line.difference.value)),
          ("interval", "[\(number(line.difference.low)),\(number(line.difference.high))]"),
          ("p", number(line.p)), ("holm", number(comparison.adjusted[line.name])),
        ])
      )
    }
    let slices = comparison.discordances.map { slice in
      JSONText.object([
        ("slice", JSONText.string(slice.slice)), ("n", "\(slice.count)"),
        ("only_a", "\(slice.onlyFirst)"), ("only_b", "\(slice.onlySecond)"),
      ])
    }
    let deLong = comparison.deLong.map { test in
      JSONText.object([
        ("difference", number(test.difference)), ("standard_error", number(test.standardError)),
        ("p", number(test.p)),
      ])
    }
    return JSONText.object([
      ("a", run(first)), ("b", run(second)), ("corpus", JSONText.string(first.corpus)),
      ("split", JSONText.string(first.split.rawValue)), ("n", "\(count)"),
      ("metrics", JSONText.object(metrics)),
      (
        "mcnemar",
        JSONText.object([
          ("exact", number(comparison.mcNemar.exact)), ("mid_p", number(comparison.mcNemar.midP)),
        ])
      ), ("delong", deLong ?? "null"), ("discordant", "[\(slices.joined(separator: ","))]"),
    ])
  }
}
