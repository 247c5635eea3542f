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
    return Plot(
      name: name, title: title, x: PlotAxis(cost, isLogarithmic: true),
      y: PlotAxis("average precision"),
      series: groups.enumerated().map { index, group in
        PlotSeries(
          group.1, .points,
          results.standings.filter { $0.isOurs == group.0 }.map { standing in
            PlotPoint(value(standing), standing.quality.averagePrecision, label: standing.name)
          }, ink: .category(index))
      })
  }
}
