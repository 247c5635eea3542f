import Pages
import Store

/// A figure that was drawn, with links to its files.
public struct ReportFigure: Sendable {
  /// The position of the corpus in the report.
  public var corpus: Int
  /// The name of the split.
  public var split: String
  /// Which figure it is.
  public var plot: ReportPlot
  /// The SVG.
  public var svg: String
  /// Names and addresses, relative to the page.
  public var files: [(name: String, address: String)]

  /// A figure.
  public init(
    corpus: Int, split: String, plot: ReportPlot, svg: String,
    files: [(name: String, address: String)]
  ) {
    (self.corpus, self.split, self.plot, self.svg, self.files) = (corpus, split, plot, svg, files)
  }
}

/// The page `index.html` of a report, from plain values alone.
public struct ReportPage: Sendable {
  let data: ReportData
  let figures: [ReportFigure]
  /// The addresses of the detectors' own pages, by name.
  let pages: [String: String]
  /// Where the tables of a corpus lie: position of the corpus and split → address without extension.
  let tables: @Sendable (Int, String) -> String?

  /// A page.
  ///
  /// - Parameters:
  ///   - data: what it says.
  ///   - figures: the drawn figures; a missing one is named as missing.
  ///   - pages: the addresses of the detectors' own pages, by name.
  ///   - tables: the address of a track's table files without extension, by position of the corpus and
  ///     split; nil links none.
  public init(
    data: ReportData, figures: [ReportFigure], pages: [String: String] = [:],
    tables: @escaping @Sendable (Int, String) -> String? = { _, _ in nil }
  ) {
    (self.data, self.figures, self.pages, self.tables) = (data, figures, pages, tables)
  }

  /// The page's markup.
  public var rendered: String {
    HTMLDocument(
      title: "Nightlight report: " + data.corpora.map(\.record.name).joined(separator: ", "),
      content: [opening] + data.corpora.indices.map(section) + [method, reproduction],
      footer: footer
    ).rendered
  }

  private var opening: HTML {
    .fragment([
      .element("h1", ["Nightlight report"]),
      .element(
        "p", ["class": "lead"],
        [
          """
          How well, how early and how fast detectors find the online grooming of children in text \
          chat, on the corpora of one workbench.
          """
        ]),
      .element(
        "div", ["class": "panel"],
        [
          .element(
            "p", [.element("strong", ["What this is not. "]), .text(Sentences.relative)]),
          .element("p", [.text(Sentences.synthetic + " " + Sentences.rating)]),
        ]),
      .element(
        "nav", ["aria-label": "Corpora"],
        [
          .element(
            "ul",
            data.corpora.indices.map { index in
              .element("li", [.link("#corpus-\(index + 1)", data.corpora[index].record.name)])
            } + [
              .element("li", [.link("#method", "How to read it")]),
              .element("li", [.link("#reproduce", "Reproduce it")]),
            ])
        ]),
    ])
  }

  private func section(_ index: Int) -> HTML {
    let corpus = data.corpora[index]
    var content: [HTML] = [
      .element("h2", [.text(corpus.record.name)]), facts(corpus), splits(corpus),
    ]
    if corpus.tracks.isEmpty {
      content.append(.element("p", ["No finished run on this corpus yet."]))
    }
    for (position, track) in corpus.tracks.enumerated() {
      let body = self.track(index, track)
      if position == 0 {
        content += body
      } else {
        content.append(
          .element(
            "details",
            [.element("summary", [.text("Track \(track.name) (split \(track.split))")])] + body))
      }
    }
    return .element("section", ["id": "corpus-\(index + 1)"], content)
  }

  private func track(_ index: Int, _ track: TrackReport) -> [HTML] {
    let table = LeaderboardTable(corpus: data.corpora[index].record.name, track: track.headline)
    let isHeadline = track.split == data.corpora[index].tracks.first?.split
    return [
      .element("h3", [.text("Leaderboard: \(track.name)")]), leaderboard(table),
      links(tables(index, track.split), "The table with every metric and interval"),
      floorAndCeiling(track), policies(track), views(track),
      isHeadline ? gap(data.corpora[index]) : .fragment([]), .fragment(drawn(index, track)),
    ]
      + ReportTable.all(corpus: table.corpus, track: track).map { section in
        self.section(section, address: tables(index, track.split))
      } + [withheld(track), runs(track)]
  }

  /// Links to the files of a table, after words that say what they hold.
  func links(_ address: String?, _ words: String) -> HTML {
    guard let address else { return .fragment([]) }
    let links = TableFormat.allCases.flatMap { format -> [HTML] in
      let file = format == .latex ? "tex" : format.rawValue
      return [" · ", .link("\(address).\(file)", format.rawValue)]
    }
    return .element("p", ["class": "note"], [.text(words)] + links)
  }

  private func drawn(_ index: Int, _ track: TrackReport) -> [HTML] {
    ReportPlot.allCases.map { plot in
      let drawn = figures.first {
        $0.corpus == index && $0.split == track.split && $0.plot == plot
      }
      let heading = HTML.element("h3", [.text(plot.title)])
      guard let drawn else {
        return .fragment([
          heading, .element("p", ["class": "note"], ["No run has what this figure shows."]),
        ])
      }
      let figure = Figure(
        id: "figure-\(index + 1)-\(track.split)-\(plot.rawValue)", title: plot.title,
        svg: drawn.svg, caption: [.text(plot.caption)], files: drawn.files)
      return .fragment([heading, figure.html])
    }
  }

  private var footer: [HTML] {
    [
      .element(
        "p",
        [
          """
          Corpora generated by Nightlight: CC BY 4.0 with terms of use: not for content aimed at \
          minors, not to train systems that imitate or assist offenders, not to identify people, \
          not to evade detection. Code: Apache-2.0.
          """
        ]),
      .element(
        "p",
        [
          "Worried about a child? ", .link("https://report.cybertip.org", "CyberTipline"),
          " (USA) · ", .link("https://www.ceop.police.uk", "CEOP"), " (UK) · ",
          .link("https://www.esafety.gov.au", "eSafety Commissioner"), " (Australia) · ",
          .link("https://www.childline.org.uk", "Childline"), " (UK, for children) · ",
          .link("https://childhelplineinternational.org", "Child Helpline International"),
          ". In an emergency call your local emergency number.",
        ]),
      .element("p", [.text("Nightlight \(data.version), \(data.createdUTC).")]),
    ]
  }
}
