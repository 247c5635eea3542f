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
    let map = SiteMap(data)
    var figures: [ReportFigure] = []
    for (index, corpus) in data.corpora.enumerated() {
      try Self.makeFolders([map.figures(index), map.tables(index)], in: draft)
      for file in ReportFile.all(of: corpus, at: map.tables(index)) {
        try Self.save(file.text, to: "\(draft)/\(file.address)")
      }
      for drawing in Drawing.all(of: corpus, map) {
        try progress("\(corpus.record.name): \(drawing.plot.name)")
        figures.append(try draw(drawing, index, at: map.figures(index), in: draft))
      }
    }
    for place in map.places {
      let address = map.address(of: place)
      try progress(address)
      try Self.makeFolders([(address as NSString).deletingLastPathComponent], in: draft)
      let page = ReportPage(data: data, figures: figures, place: place, map: map)
      try Self.save(page.rendered, to: "\(draft)/\(address)")
    }
    try Self.save(
      "Made by nightlight-report; replaced as a whole.\n", to: "\(draft)/\(Self.marker)")
  }

  private func draw(
    _ drawing: Drawing, _ corpus: Int, at address: String, in draft: String
  ) throws -> ReportFigure {
    let files = try gnuplot.render(drawing.plot, into: "\(draft)/\(address)")
    let svg = try Self.load("\(draft)/\(address)/\(drawing.plot.name).svg")
    return ReportFigure(
      corpus: corpus, name: drawing.plot.name, title: drawing.title, caption: drawing.caption,
      svg: svg,
      files: files.map { (name: ($0 as NSString).pathExtension, address: "\(address)/\($0)") })
  }

  private static func makeFolders(_ addresses: [String], in draft: String) throws(ReportError) {
    for address in addresses {
      try attempt(draft) {
        try FileManager.default.createDirectory(
          atPath: "\(draft)/\(address)", withIntermediateDirectories: true)
      }
    }
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
