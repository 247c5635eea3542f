import Chat
public import Plotting

/// A figure as it stands in a page: the picture, and a comment that proves what it was drawn from.
///
/// The bytes of a picture depend on the fonts of the machine that drew it, so drawing it again proves
/// nothing. Two digests do: of the file's bytes, and of the numbers that it shows.
public struct SplicedFigure: Sendable {
  /// What the figure shows.
  public var plot: Plot
  /// Where the picture is, relative to the page.
  public var path: String
  /// The bytes of the picture.
  public var picture: [UInt8]

  /// A figure.
  public init(plot: Plot, path: String, picture: [UInt8]) {
    (self.plot, self.path, self.picture) = (plot, path, picture)
  }

  /// An image in Markdown and a comment with both digests.
  public var markdown: String {
    let digests = [picture, Array(PlotData(plot).text.utf8)].map { bytes in
      SHA256.hex(SHA256.digest(of: bytes))
    }
    let title = LeaderboardTable.markdownEscaped(plot.title)
    return "![\(title)](\(path))\n"
      + "<!-- picture SHA-256 \(digests[0]); data SHA-256 \(digests[1]) -->\n"
  }
}
