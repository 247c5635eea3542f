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
    func table(_ make: (String, TrackReport) -> ReportTable) -> HTML {
      section(make(corpus, track), index, track.split)
    }
    switch topic {
    case .leaderboard:
      return [
        leaderboard(LeaderboardTable(corpus: corpus, track: track.headline)),
        links(index, track.split, "The table with every metric, policy and view"),
        floorAndCeiling(track),
      ]
        + [.fLatency, .precisionRecall, .roc, .latency].map { plot($0, index, track) }
        + [table(ReportTable.withheld), runs(track)]
    case .headToHead:
      return [table(ReportTable.headToHeadMatrix), table(ReportTable.headToHead)]
    case .policies:
      return [plot(.policyFrontier, index, track), policies(track, index)]
    case .delay:
      return [
        plot(.delay, index, track), table(ReportTable.delays), table(ReportTable.alertStages),
      ]
    case .reviewers:
      return [
        table(ReportTable.reviewerLoad), table(ReportTable.reviewers),
        plot(.reviewers, index, track), table(ReportTable.falseAlarms),
      ]
    case .views: return [table(ReportTable.views)]
    case .robustness: return [.element("p", ["No corpus derived from this one has been run."])]
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

  /// Where the reliability diagrams are.
  private func reliability(_ index: Int, _ track: TrackReport) -> HTML {
    guard index >= 0, track.split == data.corpora[index].tracks.first?.split else {
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
