import Store

/// A file of figures for machines and papers beside the pages.
struct ReportFile {
  var address: String
  var text: String

  /// Every table of a corpus in every format.
  static func all(of corpus: CorpusReport, at folder: String) -> [ReportFile] {
    let name = corpus.record.name
    var files: [ReportFile] = []
    func add(_ base: String, _ text: (TableFormat) -> String) {
      for format in TableFormat.allCases {
        files.append(
          ReportFile(
            address: "\(folder)/\(base).\(format.fileExtension)", text: text(format)))
      }
    }
    for track in corpus.tracks {
      let board = LeaderboardTable(corpus: name, track: track)
      add(track.split) { LeaderboardTable.text(of: [board], format: $0) }
      for table in ReportTable.all(corpus: name, track: track) where !table.rows.isEmpty {
        add("\(track.split)-\(table.fileSuffix)", table.text)
      }
    }
    if let track = corpus.tracks.first {
      for plotted in track.plotted {
        let table = ReportTable.families(corpus: name, track: track, row: plotted.row)
        if !table.rows.isEmpty { add("\(track.split)-\(table.fileSuffix)", table.text) }
      }
    }
    let audits = ReportTable.audits(corpus)
    if !audits.rows.isEmpty { add("audits-\(audits.fileSuffix)", audits.text) }
    for track in corpus.tracks {
      let table = ReportTable.robustness(corpus: corpus, track: track)
      if !table.rows.isEmpty { add("\(track.split)-\(table.fileSuffix)", table.text) }
    }
    let gap = ReportTable.gap(corpus)
    if !gap.rows.isEmpty { add("test-\(gap.fileSuffix)", gap.text) }
    return files
  }
}
