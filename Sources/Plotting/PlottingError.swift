/// Why a plot could not be drawn.
public enum PlottingError: Error, Equatable, CustomStringConvertible {
  /// There is no gnuplot; the place that was searched.
  case gnuplotMissing(searched: String)
  /// No series of the plot has a point.
  case nothingToDraw(plot: String)
  /// gnuplot complained; what it said.
  case gnuplotFailed(plot: String, status: Int32, message: String)
  /// gnuplot took longer than allowed and was ended.
  case timedOut(plot: String, seconds: Int)
  /// A file of the plot could not be written or read.
  case unwritable(path: String, reason: String)
  /// The name of the file says neither SVG nor PNG.
  case unknownFormat(path: String)

  /// One sentence: where, what, and what helps.
  public var description: String {
    switch self {
    case .gnuplotMissing(let searched):
      "gnuplot: not found (searched \(searched)); install it: apt-get install gnuplot-nox"
    case .nothingToDraw(let plot):
      "\(plot): there is no data to draw"
    case .gnuplotFailed(let plot, let status, let message):
      "\(plot): gnuplot ended with status \(status): \(message)"
    case .timedOut(let plot, let seconds):
      "\(plot): gnuplot did not end within \(seconds) s"
    case .unwritable(let path, let reason):
      "\(path): \(reason)"
    case .unknownFormat(let path):
      "\(path): a plot is written as .svg or .png"
    }
  }
}
