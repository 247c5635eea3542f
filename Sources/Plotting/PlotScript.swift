/// The gnuplot script of a plot: run in the folder of its data file, it draws the plot again.
///
/// Data reaches it as numbers and as single-quoted text only; the terminals are `noenhanced`, so no
/// character of a name is markup or a command.
public struct PlotScript: Sendable, Equatable {
  /// The script.
  public let text: String

  /// The script that draws a plot in the given formats.
  public init(_ plot: Plot, formats: [PlotFormat] = PlotFormat.allCases) {
    var lines = ["# gnuplot \(plot.name).gp"]
    lines += Self.frame
    lines.append("set title \(quoted(plot.title)) textcolor rgb '\(SVGTheme.ink.hex)'")
    lines += Self.axis("x", plot.x) + Self.axis("y", plot.y)
    // More lines than stand below one another would be a second column, which leaves no room to draw.
    if plot.series.count > 14 { lines.append("set key spacing 1.05") }
    // Last: every other word about the key would bring it back.
    if plot.legend == .none { lines.append("unset key") }
    lines += Self.labels(plot)
    let command = Self.command(plot)
    for format in formats {
      lines.append(format.terminal)
      lines.append("set output \(quoted("\(plot.name).\(format.rawValue)"))")
      lines += command
    }
    lines.append("set output")
    text = lines.joined(separator: "\n") + "\n"
  }

  private static let frame = [
    "set encoding utf8",
    "set datafile separator tab",
    "set border 3 lc rgb '\(SVGTheme.axis.hex)' lw 1",
    "set tics nomirror out scale 0.6 textcolor rgb '\(SVGTheme.ink.hex)'",
    "set grid lt 1 lc rgb '\(SVGTheme.grid.hex)' lw 1",
    "set key outside right top Left reverse samplen 3 spacing 1.25"
      + " textcolor rgb '\(SVGTheme.ink.hex)'",
  ]

  private static func axis(_ name: String, _ axis: PlotAxis) -> [String] {
    let ink = "textcolor rgb '\(SVGTheme.ink.hex)'"
    var lines = ["set \(name)label \(quoted(axis.label)) \(ink)"]
    if axis.isLogarithmic { lines.append("set logscale \(name) 10") }
    if let range = axis.range {
      // gnuplot compares logarithms, rounded: at the very end of the range it would drop the tick.
      let slack = axis.isLogarithmic ? 1e-6 : 0
      let (low, high) = (range.lowerBound * (1 - slack), range.upperBound * (1 + slack))
      lines.append("set \(name)range [\(low):\(high)]")
    }
    if let ticks = axis.ticks {
      // Alone among all texts, that of a tick is a format: a lone % would be an error.
      let list = ticks.map { tick in
        "\(quoted(tick.text.replacing("%", with: "%%"))) \(tick.position)"
      }.joined(separator: ", ")
      lines.append("set \(name)tics (\(list)) \(ink)")
    }
    return lines
  }

  private static func labels(_ plot: Plot) -> [String] {
    LabelPlacement(plot).labels.enumerated().map { number, label in
      "set label \(number + 1) \(quoted(label.text)) at \(label.x), \(label.y)"
        + " \(label.anchor.rawValue) offset character \(label.offsetX), \(label.offsetY)"
        + " front textcolor rgb '\(SVGTheme.ink.hex)'"
    }
  }

  private static func command(_ plot: Plot) -> [String] {
    var clauses: [String] = []
    var block = 0
    func add(_ using: String, _ style: String, title: String?) {
      let title = title.map { "title " + quoted($0) } ?? "notitle"
      clauses.append(
        "\(quoted(plot.name + ".tsv")) index \(block) skip 1 using \(using) with \(style) \(title)")
    }
    for line in plot.references where !plot.drawable(line.points).isEmpty {
      let style = line.isStaircase ? "steps" : "lines"
      add("1:2", "\(style) lc rgb '\(SVGTheme.reference.hex)' lw 1.3 dt (6,5)", title: line.name)
      block += 1
    }
    for series in plot.series {
      let points = plot.drawable(series.points)
      guard !points.isEmpty else { continue }
      let stroke = series.ink.stroke
      let color = "lc rgb '\(stroke.color.hex)'"
      let line = "\(color) lw \(stroke.width)" + (stroke.dash.map { " dt \($0)" } ?? "")
      let mark = "pt \(stroke.pointType) ps 0.65"
      switch series.kind {
      case .line: add("1:2", "lines \(line)", title: series.name)
      case .steps: add("1:2", "steps \(line)", title: series.name)
      case .stepsBefore: add("1:2", "fsteps \(line)", title: series.name)
      case .points: add("1:2", "points \(color) \(mark)", title: series.name)
      case .linePoints: add("1:2", "linespoints \(line) \(mark)", title: series.name)
      case .intervals:
        // A column without a single number would be a warning, and a warning is a failure.
        if points.contains(where: { $0.low != nil && $0.high != nil }) {
          add("1:2:3:4", "yerrorbars \(color) lw 1.3 \(mark)", title: nil)
        }
        add("1:2", "points \(color) \(mark)", title: series.name)
      }
      block += 1
    }
    return clauses.enumerated().map { index, clause in
      (index == 0 ? "plot " : "  ") + clause + (index + 1 < clauses.count ? ", \\" : "")
    }
  }
}

/// A picture format that gnuplot writes.
public enum PlotFormat: String, Sendable, CaseIterable {
  /// Scalable, for pages; follows the reader's light or dark scheme.
  case svg
  /// 1000 × 585 pixels on white, for papers and slides.
  case png

  /// The command that chooses it.
  var terminal: String {
    switch self {
    case .svg:
      "set terminal svg size 820,480 dynamic rounded noenhanced font 'DejaVu Sans,13'"
        + " background rgb '\(SVGTheme.paper.hex)'"
    case .png:
      "set terminal pngcairo size 1000,585 rounded noenhanced font 'DejaVu Sans,13'"
        + " fontscale 1.01 linewidth 1.1 dashlength 2.1 pointscale 1.55 background rgb '\(SVGTheme.paper.hex)'"
    }
  }
}

/// Text in gnuplot's single quotes, in which only the quote itself is special.
func quoted(_ text: String) -> String {
  var quoted = "'"
  for scalar in text.unicodeScalars {
    if scalar == "'" {
      quoted += "''"
    } else if scalar.value < 0x20 || scalar.value == 0x7f {
      quoted += " "
    } else {
      quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "'"
}
