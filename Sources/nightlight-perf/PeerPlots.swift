import Glibc
import Plotting

/// Quality against cost, every contestant a point.
struct PeerPlots {
  let results: PeerResults

  /// Both pictures.
  var all: [Plot] {
    [
      plot(
        "peers-quality", "Quality against the cost of a message",
        "microseconds of processor time for a message (log)"
      ) { results.microsecondsPerMessage($0) },
      plot(
        "peers-training", "Quality against the time of training",
        "processor seconds of training (log)"
      ) { $0.median(\.trainSeconds) },
    ]
  }

  private func plot(
    _ name: String, _ title: String, _ cost: String,
    _ value: (PeerResults.Standing) -> Double
  ) -> Plot {
    let groups = [(true, "Nightlight"), (false, "peers")]
    // Labels find their places only where the ends of both axes are known.
    let costs = results.standings.map(value).filter { $0 > 0 && $0.isFinite }
    let qualities = results.standings.map(\.quality.averagePrecision).filter(\.isFinite)
    let least = floor((qualities.min() ?? 0) * 20 - 0.5) / 20
    let most = ceil((qualities.max() ?? 1) * 20 + 0.5) / 20
    return Plot(
      name: name, title: title,
      x: PlotAxis(
        cost, isLogarithmic: true,
        range: Self.decade(below: costs.min() ?? 1)...10 * Self.decade(below: costs.max() ?? 1)),
      y: PlotAxis("average precision", range: max(0, least)...min(1, most)),
      series: groups.enumerated().map { index, group in
        PlotSeries(
          group.1, .points,
          results.standings.filter { $0.isOurs == group.0 }.map { standing in
            PlotPoint(
              value(standing), standing.quality.averagePrecision, label: Self.short(standing))
          }, ink: .category(index))
      })
  }

  /// The power of ten at or below a value.
  private static func decade(below value: Double) -> Double { pow(10, floor(log10(value))) }

  /// What the legend says already is left out.
  private static func short(_ standing: PeerResults.Standing) -> String {
    standing.isOurs
      ? standing.name.split(separator: " ").dropFirst().joined(separator: " ") : standing.name
  }
}
