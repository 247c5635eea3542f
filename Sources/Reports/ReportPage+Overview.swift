import Pages
import Store

extension ReportPage {
  /// The first page: what this is, the best of every corpus, and where the rest stands.
  var overview: [HTML] {
    [
      .element("h1", ["Nightlight report"]),
      .element(
        "p", ["class": "lead"],
        [
          """
          How well, how early and how fast detectors find the online grooming of children in text \
          chat, on the corpora of one workbench.
          """
        ]),
    ] + data.corpora.indices.map(summary)
  }

  private func summary(_ index: Int) -> HTML {
    let corpus = data.corpora[index]
    var content: [HTML] = [.element("h2", [.text(corpus.record.name)]), facts(corpus)]
    if let track = corpus.tracks.first {
      let table = LeaderboardTable(corpus: corpus.record.name, track: track.headline)
      content += [
        floorAndCeiling(track), .element("h3", [.text("Leaderboard: \(track.name)")]),
        leaderboard(table),
        figure(
          index, "\(track.split)-\(ReportPlot.fLatency.rawValue)",
          title: ReportPlot.fLatency.title),
      ]
    } else {
      content.append(.element("p", ["No finished run on this corpus yet."]))
    }
    let topics = CorpusTopic.allCases.map { topic in
      HTML.element("li", [link(.topic(index, topic), topic.title), .text(": \(topic.question)")])
    }
    content += [.element("h3", ["All pages about it"]), .element("ul", topics)]
    return .element("section", ["id": "corpus-\(index + 1)"], content)
  }
}
