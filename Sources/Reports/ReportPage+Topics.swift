import Evaluation
import Pages
import Store

extension ReportPage {
  /// The page of a topic: what it asks, then every track, the headline first.
  func topic(_ topic: CorpusTopic, _ index: Int) -> [HTML] {
    let corpus = data.corpora[index]
    var content: [HTML] = [
      .element("h1", [.text("\(topic.title): \(corpus.record.name)")]),
      .element("p", ["class": "lead"], [.text(topic.question)]),
    ]
    switch topic {
    case .corpus: return content + self.corpus(index)
    case .errors: return content + errors(index)
    default: break
    }
    if corpus.tracks.isEmpty {
      content.append(.element("p", ["No finished run on this corpus yet."]))
    }
    for (position, track) in corpus.tracks.enumerated() {
      let body = self.body(of: topic, index, track)
      if position == 0 {
        content.append(.element("h2", [.text("Track \(track.name) (split \(track.split))")]))
        content += body
      } else {
        content.append(
          .element(
            "details",
            [.element("summary", [.text("Track \(track.name) (split \(track.split))")])] + body))
      }
    }
    if topic == .leaderboard { content.append(gap(index)) }
    return content
  }

  private func body(of topic: CorpusTopic, _ index: Int, _ track: TrackReport) -> [HTML] {
    let corpus = data.corpora[index].record.name
    let isHeadline = track.split == data.corpora[index].tracks.first?.split
    func table(_ make: (String, TrackReport) -> ReportTable) -> HTML {
      section(make(corpus, track), index, track.split)
    }
    switch topic {
    case .leaderboard:
      return [
        leaderboard(LeaderboardTable(corpus: corpus, track: track.headline)),
        links(index, track.split, "The table with every metric, policy and view"),
        floorAndCeiling(track), findings(track),
      ]
        + (isHeadline ? [.fLatency, .precisionRecall, .roc, .latency] : [.precisionRecall, .roc])
        .map { plot($0, index, track) }
        + [table(ReportTable.withheld), runs(track)]
    case .headToHead:
      return [table(ReportTable.headToHeadMatrix), table(ReportTable.headToHead)]
    case .policies:
      return (isHeadline ? [plot(.policyFrontier, index, track)] : [])
        + [policies(track, index)]
    case .delay:
      return [
        plot(.delay, index, track), table(ReportTable.delays), table(ReportTable.alertStages),
      ]
    case .reviewers:
      return [
        table(ReportTable.reviewerLoad), table(ReportTable.reviewers),
        isHeadline ? plot(.reviewers, index, track) : .fragment([]),
        table(ReportTable.falseAlarms),
        track.slices.map { section($0, index, track.split) } ?? .fragment([]),
      ]
    case .views: return [table(ReportTable.views)]
    case .robustness: return robustness(index, track)
    case .stages:
      return [table(ReportTable.stages)]
        + ReportTable.confusions(corpus: corpus, track: track).map {
          section($0, index, track.split)
        }
    case .calibration:
      return [table(ReportTable.calibration), reliability(index, track)]
    case .errors, .corpus: return []
    }
  }

  /// A figure of a track.
  private func plot(_ plot: ReportPlot, _ index: Int, _ track: TrackReport) -> HTML {
    figure(index, "\(track.split)-\(plot.rawValue)", title: plot.title)
  }

  /// A table of the report with links to its files.
  func section(_ table: ReportTable, _ corpus: Int, _ split: String) -> HTML {
    let heading = HTML.element("h3", [.text(table.title)])
    guard !table.rows.isEmpty else {
      return .fragment([
        heading,
        .element("p", ["class": "note"], [.text(table.absence)]),
      ])
    }
    return .fragment([
      heading, table.html,
      links(corpus, "\(split)-\(table.fileSuffix)", "The table with every digit"),
    ])
  }

  /// What is wrong with detectors or runs, where something is.
  private func findings(_ track: TrackReport) -> HTML {
    func item(_ name: String, _ kind: String, _ sentence: String) -> HTML {
      .element("li", [.element("strong", [.text("\(name): \(kind). ")]), .text(sentence)])
    }
    let items =
      track.plotted.flatMap { plotted in
        (plotted.row.detail?.findings ?? []).map {
          item(plotted.label, $0.kind.rawValue, $0.sentence)
        }
      }
      + track.failed.map { run in
        item(
          run.detector, "failed",
          "Run \(run.id) under \(run.policy) has no result: \(run.error ?? "no reason is known").")
      }
    return .fragment([
      .element("h3", ["What to doubt"]),
      .element(
        "p", ["class": "note"],
        [
          """
          Figures that cannot be what they look like, or that tell nothing. A finding is a reason \
          to look, never a proof.
          """
        ]),
      items.isEmpty ? .element("p", ["Nothing was found."]) : .element("ul", items),
    ])
  }

  /// What noise does: a figure per kind of noise, and every level in a table.
  private func robustness(_ index: Int, _ track: TrackReport) -> [HTML] {
    let corpus = data.corpora[index]
    let kinds = RobustnessPoint.kinds(of: corpus.robustness, split: track.split)
    let table = ReportTable.robustness(corpus: corpus, track: track)
    return kinds.filter(\.isCurve).map { kind in
      figure(index, kind.figureName(track.split), title: "Average precision under \(kind.name)")
    } + [section(table, index, track.split)]
  }

  /// Where the reliability diagrams are.
  private func reliability(_ index: Int, _ track: TrackReport) -> HTML {
    guard track.split == data.corpora[index].tracks.first?.split else {
      return .fragment([])
    }
    let links = track.plotted.filter { !($0.row.detail?.reliability.isEmpty ?? true) }.map {
      HTML.element("li", [link(.detector($0.row.run.detector), $0.label)])
    }
    return .fragment([
      .element("h3", ["Reliability diagrams"]),
      .element("p", ["One on the page of every detector:"]), .element("ul", links),
    ])
  }
}
