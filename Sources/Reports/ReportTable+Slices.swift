import Evaluation
public import Store

extension ReportTable {
  /// False alerts per thousand benign conversations: locales, kinds, lengths and numbers of authors
  /// down, detectors across.
  ///
  /// - Parameter columns: what each detector is called, and its slices; the first one's slices are
  ///   the rows.
  static func slices(
    corpus: String, track: String, columns: [(label: String, slices: [FalseAlarmSlice])]
  ) -> ReportTable {
    let rows = (columns.first?.slices ?? []).map { slice in
      let rates = columns.map { column in
        let own = column.slices.first { $0.cut == slice.cut && $0.name == slice.name }
        return ScaledRate(events: own?.alerts ?? 0, trials: own?.benign ?? 0, scale: 1000)
      }
      return Row(
        cells: [
          Cell(text: slice.cut.rawValue), Cell(text: slice.name),
          Cell(text: NumberText.grouped(slice.benign), value: Double(slice.benign)),
        ] + rates.map(rate))
    }
    return ReportTable(
      corpus: corpus, track: track, fileSuffix: "slices", title: "False alarms by slice",
      caption: "Flagged per 1,000 benign conversations of each slice, with 95 % Wilson intervals. "
        + "Each cut adds up to all benign conversations; — is what the corpus does not say. Length: "
        + "quarters of the benign conversations by their number of messages. 0 of n is no rate of "
        + "0. Threshold policy unless named, full view unless named. Unit: conversation.",
      columns: [
        Column(name: "cut", title: "Cut"), Column(name: "slice", title: "Slice"),
        Column(name: "benign", title: "Benign", detail: "conversations", isNumeric: true),
      ] + columns.map { Column(name: $0.label, title: $0.label, isNumeric: true) },
      rows: rows)
  }

  /// The same, read from a workbench for the plotted rows of a track.
  static func slices(
    corpus: String, track: TrackReport, in workbench: Workbench,
    progress: () throws -> Void = {}
  ) throws -> ReportTable {
    let plotted = track.plotted
    let traits =
      try plotted.first.map { try workbench.traits(corpus: corpus, split: $0.row.run.split) } ?? [:]
    let columns = try plotted.map { plotted in
      try progress()
      let units = try workbench.evaluated(run: plotted.row.run.id, split: plotted.row.run.split)
      return (plotted.label, FalseAlarmSlice.slices(units, traits: traits))
    }
    return slices(corpus: corpus, track: track.name, columns: columns)
  }
}

extension ReportData {
  /// False alerts by locale, kind, length and number of authors, of every track that has results.
  ///
  /// - Parameters:
  ///   - workbench: where the data was gathered from.
  ///   - format: JSON is one object for one table and an array otherwise.
  ///   - progress: called before each run; may throw to stop.
  /// - Throws: what the workbench and `progress` throw.
  public func slices(
    from workbench: Workbench, format: TableFormat, progress: () throws -> Void = {}
  ) throws -> String {
    let texts = try corpora.flatMap { corpus in
      try corpus.tracks.map { track in
        try ReportTable.slices(
          corpus: corpus.record.name, track: track, in: workbench, progress: progress
        ).text(format)
      }
    }
    guard format == .json, texts.count != 1 else { return texts.joined(separator: "\n") }
    return "[" + texts.map { String($0.dropLast()) }.joined(separator: ",\n ") + "]\n"
  }
}
