import Foundation
import Glibc
import Pages
public import Plotting
import Store

/// Writes a report: the page, its figures with data and scripts, its tables.
///
/// Everything goes to a hidden folder beside the output, which takes the output's name at the end: an
/// interrupted build leaves the old report as it was, and never half a page.
public struct ReportBuilder: Sendable {
  private let gnuplot: Gnuplot
  /// A file that says that a folder is a report and may be replaced.
  static let marker = ".nightlight-report"

  /// A builder that draws with `gnuplot`.
  public init(gnuplot: Gnuplot = Gnuplot()) { self.gnuplot = gnuplot }

  /// Builds a report into a folder and gives the path of its page.
  ///
  /// - Parameters:
  ///   - data: what it says.
  ///   - folder: a new folder, an empty one, or an earlier report, which is replaced as a whole.
  ///   - progress: called before each figure with its name; may throw to stop.
  /// - Throws: ``ReportError`` for a folder that is no report or cannot be written, `PlottingError`
  ///   for a figure that cannot be drawn, and what `progress` throws.
  @discardableResult
  public func build(
    _ data: ReportData, into folder: String, progress: (String) throws -> Void = { _ in }
  ) throws -> String {
    let target = URL(fileURLWithPath: folder).standardizedFileURL.path
    try Self.checkReplaceable(target)
    // Before any work: without gnuplot there is no report.
    let drawer = try gnuplot.version()
    let parent = (target as NSString).deletingLastPathComponent
    let name = (target as NSString).lastPathComponent
    let draft = "\(parent)/.\(name).partial-\(getpid())"
    try Self.attempt(draft) {
      try FileManager.default.createDirectory(
        atPath: draft, withIntermediateDirectories: true)
    }
    var isDone = false
    defer { if !isDone { try? FileManager.default.removeItem(atPath: draft) } }
    var data = data
    data.machine.append(Fact("Figures", drawer))
    try write(data, into: draft, progress: progress)
    try Self.replace(target, with: draft)
    isDone = true
    return "\(folder)/index.html"
  }

  private func write(
    _ data: ReportData, into draft: String, progress: (String) throws -> Void
  ) throws {
    var names = FileNames()
    let folders = data.corpora.map { names.name(for: $0.record.name) }
    var figures: [ReportFigure] = []
    for (index, corpus) in data.corpora.enumerated() {
      let figureFolder = "figures/\(folders[index])"
      let tableFolder = "tables/\(folders[index])"
      try Self.attempt(draft) {
        for folder in [figureFolder, tableFolder] {
          try FileManager.default.createDirectory(
            atPath: "\(draft)/\(folder)", withIntermediateDirectories: true)
        }
      }
      for track in corpus.tracks {
        let table = LeaderboardTable(corpus: corpus.record.name, track: track)
        for format in TableFormat.allCases {
          let file = format == .latex ? "tex" : format.rawValue
          try Self.save(
            LeaderboardTable.text(of: [table], format: format),
            to: "\(draft)/\(tableFolder)/\(track.split).\(file)")
          for table in ReportTable.all(corpus: corpus.record.name, track: track)
          where !table.rows.isEmpty {
            try Self.save(
              table.text(format),
              to: "\(draft)/\(tableFolder)/\(track.split)-\(table.fileSuffix).\(file)")
          }
        }
        for plot in ReportPlot.allCases {
          try progress("\(corpus.record.name), \(track.name): \(plot.rawValue)")
          let picture = plot.plot(
            corpus: corpus.record.name, track: track, name: "\(track.split)-\(plot.rawValue)")
          guard picture.hasData else { continue }
          let files = try gnuplot.render(picture, into: "\(draft)/\(figureFolder)")
          let svg = try Self.load("\(draft)/\(figureFolder)/\(picture.name).svg")
          let links = files.map { file in
            (name: (file as NSString).pathExtension, address: "\(figureFolder)/\(file)")
          }
          figures.append(
            ReportFigure(corpus: index, split: track.split, plot: plot, svg: svg, files: links))
        }
      }
    }
    let detectors = DetectorPage.names(in: data)
    var pages: [String: String] = [:]
    var pageNames = FileNames()
    try Self.attempt(draft) {
      try FileManager.default.createDirectory(
        atPath: "\(draft)/detectors", withIntermediateDirectories: true)
    }
    for detector in detectors {
      let address = "detectors/\(pageNames.name(for: detector)).html"
      pages[detector] = address
      try Self.save(
        DetectorPage(name: detector, data: data).rendered, to: "\(draft)/\(address)")
    }
    let page = ReportPage(data: data, figures: figures, pages: pages) { index, split in
      "tables/\(folders[index])/\(split)"
    }
    try Self.save(page.rendered, to: "\(draft)/index.html")
    try Self.save(
      "Made by nightlight-report; replaced as a whole.\n", to: "\(draft)/\(Self.marker)")
  }
}

extension ReportBuilder {
  /// What was written, as one JSON object: the file and the corpora and tracks it shows.
  public static func summary(of data: ReportData, page: String) -> String {
    let corpora = data.corpora.map { corpus in
      JSONText.object([
        ("corpus", JSONText.string(corpus.record.name)),
        (
          "tracks",
          "[" + corpus.tracks.map { JSONText.string($0.name) }.joined(separator: ",") + "]"
        ),
      ])
    }
    return JSONText.object([
      ("output", JSONText.string(page)), ("corpora", "[\(corpora.joined(separator: ","))]"),
    ])
  }
}
