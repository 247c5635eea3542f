public import Benchmarking
import Foundation
import Glibc
public import Plotting

/// Writes the pictures of the performance history, their data and scripts, and a page with all.
///
/// As with a report, a folder appears whole: an interrupted build leaves the old one as it was.
public struct HistoryBuilder: Sendable {
  private let gnuplot: Gnuplot
  /// A file that says that a folder may be replaced.
  static let marker = ".nightlight-history"

  /// A builder that draws with `gnuplot`.
  public init(gnuplot: Gnuplot = Gnuplot()) { self.gnuplot = gnuplot }

  /// Builds the folder and gives the path of its page.
  ///
  /// - Parameters:
  ///   - watched: the series, each a picture.
  ///   - folder: a new folder, an empty one, or an earlier history, which is replaced as a whole.
  ///   - command: how the page can be made again.
  ///   - progress: called before each picture with its name; may throw to stop.
  /// - Throws: ``ReportError`` for a folder that is none of these or cannot be written,
  ///   `PlottingError` for a picture that cannot be drawn, and what `progress` throws.
  @discardableResult
  public func build(
    _ watched: [WatchedSeries], into folder: String, command: String,
    progress: (String) throws -> Void = { _ in }
  ) throws -> String {
    let target = URL(fileURLWithPath: folder).standardizedFileURL.path
    try ReportBuilder.checkReplaceable(target, marker: Self.marker)
    _ = try gnuplot.version()
    let parent = (target as NSString).deletingLastPathComponent
    let draft = "\(parent)/.\((target as NSString).lastPathComponent).partial-\(getpid())"
    try ReportBuilder.attempt(draft) {
      try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
    }
    var isDone = false
    defer { if !isDone { try? FileManager.default.removeItem(atPath: draft) } }
    var names = FileNames()
    var drawn: [HistoryPage.Drawn] = []
    for watched in watched {
      // A letter first, as an id of a page needs.
      let name = names.name(for: "case-" + watched.series.name)
      try progress(name)
      let files = try gnuplot.render(
        HistoryPlot(watched: watched, name: name).plot, into: draft)
      let svg = try ReportBuilder.load("\(draft)/\(name).svg")
      drawn.append(HistoryPage.Drawn(watched: watched, name: name, svg: svg, files: files))
    }
    try ReportBuilder.save(
      HistoryPage(drawn: drawn, command: command).rendered, to: "\(draft)/index.html")
    try ReportBuilder.save(
      "Made by nightlight-perf; replaced as a whole.\n", to: "\(draft)/\(Self.marker)")
    try ReportBuilder.replace(target, with: draft)
    isDone = true
    return "\(folder)/index.html"
  }
}
