import Foundation
import Pages
import Store

/// A figure that was drawn, with links to its files.
public struct ReportFigure: Sendable {
  /// The position of the corpus in the report.
  public var corpus: Int
  /// The base name of its files, such as `test-roc`: unique within its corpus.
  public var name: String
  /// What it shows, for those who cannot see it.
  public var title: String
  /// How to read it.
  public var caption: String
  /// The SVG.
  public var svg: String
  /// Names of its files and their addresses in the report.
  public var files: [(name: String, address: String)]

  /// A figure.
  public init(
    corpus: Int, name: String, title: String, caption: String, svg: String,
    files: [(name: String, address: String)]
  ) {
    (self.corpus, self.name, self.title, self.caption) = (corpus, name, title, caption)
    (self.svg, self.files) = (svg, files)
  }
}

/// One page of a report, from plain values alone.
struct ReportPage: Sendable {
  let data: ReportData
  let figures: [ReportFigure]
  let map: SiteMap
  /// Which page it is.
  let place: SiteMap.Place

  /// A page.
  ///
  /// - Parameters:
  ///   - data: what it says.
  ///   - figures: the drawn figures; a missing one is named as missing.
  ///   - place: which page.
  ///   - map: where the others lie; nil works it out.
  init(
    data: ReportData, figures: [ReportFigure] = [], place: SiteMap.Place = .overview,
    map: SiteMap? = nil
  ) {
    (self.data, self.figures, self.place) = (data, figures, place)
    self.map = map ?? SiteMap(data)
  }

  /// The page's markup.
  var rendered: String {
    Self.withOneTheme(
      HTMLDocument(
        title: windowTitle, content: [navigation] + content + [limits], footer: footer
      ).rendered)
  }

  /// The page with the dark theme of its figures once: every SVG brings it, and one is enough for all.
  private static func withOneTheme(_ page: String) -> String {
    let marker = "<style>\n@media (prefers-color-scheme:dark)"
    guard let first = page.range(of: marker),
      let end = page.range(of: "</style>", range: first.lowerBound..<page.endIndex)
    else { return page }
    let theme = page[first.lowerBound..<end.upperBound]
    return String(page[..<end.upperBound])
      + String(page[end.upperBound...]).replacing(theme, with: "")
  }

  private var content: [HTML] {
    switch place {
    case .overview: overview
    case .method: method
    case .reproduction: [reproduction]
    case .detector(let name): DetectorPage(name: name, page: self).content
    case .topic(let corpus, let topic): self.topic(topic, corpus)
    case .cases(let corpus, let name): cases(of: name, corpus)
    }
  }

  private var windowTitle: String {
    switch place {
    case .overview: "Nightlight report: " + data.corpora.map(\.record.name).joined(separator: ", ")
    case .method: "Method and limits"
    case .reproduction: "Reproduce it"
    case .detector(let name): "\(name): a detector"
    case .topic(let corpus, let topic): "\(topic.title): \(data.corpora[corpus].record.name)"
    case .cases(let corpus, let name): "Errors of \(name): \(data.corpora[corpus].record.name)"
    }
  }

  /// What a heading would not say: what the numbers do not mean.
  private var limits: HTML {
    .element(
      "div", ["class": "panel"],
      [
        .element("p", [.element("strong", ["What this is not. "]), .text(Sentences.relative)]),
        .element("p", [.text(Sentences.synthetic + " " + Sentences.rating)]),
      ])
  }

  /// The address of something in the report, as this page links it.
  func link(_ address: String) -> String {
    SiteMap.link(to: address, from: map.address(of: place))
  }

  /// A link to another page.
  func link(_ place: SiteMap.Place, _ text: String) -> HTML {
    .link(link(map.address(of: place)), text)
  }

  /// Links to the files of a table, after words that say what they hold.
  func links(_ corpus: Int, _ file: String, _ words: String) -> HTML {
    let links = TableFormat.allCases.flatMap { format -> [HTML] in
      [
        " · ",
        .link(
          link("\(map.tables(corpus))/\(file).\(format.fileExtension)"), format.rawValue),
      ]
    }
    return .element("p", ["class": "note"], [.text(words)] + links)
  }

  /// A figure below its heading, or a sentence in its place.
  func figure(_ corpus: Int, _ name: String, title: String) -> HTML {
    let heading = HTML.element("h3", [.text(title)])
    guard let drawn = figures.first(where: { $0.corpus == corpus && $0.name == name }) else {
      return .fragment([
        heading, .element("p", ["class": "note"], ["No run has what this figure shows."]),
      ])
    }
    let figure = Figure(
      id: "figure-\(corpus + 1)-\(name)", title: drawn.title, svg: drawn.svg,
      caption: [.text(drawn.caption)],
      files: drawn.files.map { ($0.name, link($0.address)) })
    return .fragment([heading, figure.html])
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
