import Plotting
import Store

/// A figure that a report draws: the plot, and the words around it.
struct Drawing {
  var plot: Plot
  var title: String
  var caption: String

  /// Every figure of a corpus that has something to show: those of its tracks, then those of each
  /// detector on the headline track.
  static func all(of corpus: CorpusReport, _ map: SiteMap) -> [Drawing] {
    let name = corpus.record.name
    var drawings: [Drawing] = []
    for (position, track) in corpus.tracks.enumerated() {
      // What a detector costs is the same on every track; what policies and teams make of it is
      // read once.
      let plots: [ReportPlot] =
        position == 0 ? ReportPlot.allCases : [.precisionRecall, .roc, .delay]
      drawings += plots.map { plot in
        Drawing(
          plot: plot.plot(
            corpus: name, track: track, name: "\(track.split)-\(plot.rawValue)"),
          title: plot.title, caption: plot.caption)
      }
    }
    for track in corpus.tracks {
      for kind in RobustnessPoint.kinds(of: corpus.robustness, split: track.split)
      where kind.isCurve {
        drawings.append(
          Drawing(
            plot: kind.plot(corpus: corpus, track: track),
            title: "Average precision under \(kind.name)", caption: RobustnessKind.caption))
      }
    }
    if let track = corpus.tracks.first {
      for plotted in track.plotted {
        drawings += DetectorPlot.allCases.map { plot in
          Drawing(
            plot: plot.plot(
              plotted, among: track,
              name: "\(plot.rawValue)-\(map.file(plotted.row.run.detector))",
              title: "\(plot.title) · \(plotted.label), \(name), \(track.name)"),
            title: "\(plot.title): \(plotted.label)", caption: plot.caption)
        }
      }
    }
    return drawings.filter(\.plot.hasData)
  }
}
