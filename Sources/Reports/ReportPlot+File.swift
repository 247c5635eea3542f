import Foundation
public import Plotting

extension ReportPlot {
  /// Draws the figure of a track into one file; `.svg` or `.png` at the end of the path says which.
  ///
  /// - Throws: `PlottingError`, also where no run has what the figure shows.
  public func write(
    corpus: String, track: TrackReport, to path: String, gnuplot: Gnuplot = Gnuplot()
  ) throws {
    try gnuplot.write(plot(corpus: corpus, track: track), to: path)
  }

  /// The figure of a track as the text of an SVG.
  ///
  /// - Throws: as ``write(corpus:track:to:gnuplot:)``.
  public func svg(
    corpus: String, track: TrackReport, gnuplot: Gnuplot = Gnuplot()
  ) throws -> String {
    let path = NSTemporaryDirectory() + "nightlight-\(UUID().uuidString).svg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(corpus: corpus, track: track, to: path, gnuplot: gnuplot)
    return try ReportBuilder.load(path)
  }
}
