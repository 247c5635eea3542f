import Pages
import Store

extension ReportPage {
  /// The bars of links at the top: the report, then the corpus or the detectors it stands among.
  var navigation: HTML {
    var bars = [
      bar(
        "Report",
        [(.overview, "Overview")]
          + data.corpora.indices.map { (.topic($0, .leaderboard), data.corpora[$0].record.name) }
          + (DetectorPage.names(in: data).first.map { [(.detector($0), "Detectors")] } ?? [])
          + [(.method, "Method and limits"), (.reproduction, "Reproduce it")])
    ]
    switch place {
    case .topic(let corpus, _), .cases(let corpus, _):
      bars.append(
        bar(
          data.corpora[corpus].record.name,
          CorpusTopic.allCases.map { (.topic(corpus, $0), $0.title) }))
    case .detector:
      bars.append(bar("Detectors", DetectorPage.names(in: data).map { (.detector($0), $0) }))
    default: break
    }
    if case .cases(let corpus, _) = place {
      bars.append(
        bar(
          "Errors",
          data.corpora[corpus].errorCases.map { (.cases(corpus, $0.detector), $0.detector) }))
    }
    return .fragment(bars)
  }

  private func bar(_ label: String, _ links: [(SiteMap.Place, String)]) -> HTML {
    .element(
      "nav", ["aria-label": label],
      [.element("ul", links.map { .element("li", [entry($0.0, $0.1)]) })])
  }

  /// A link; the one that leads here, or into the part of the report that this is, says so.
  private func entry(_ target: SiteMap.Place, _ text: String) -> HTML {
    let current: String? =
      switch (place, target) {
      case (let here, let there) where here == there: "page"
      case (.topic(let here, _), .topic(let there, .leaderboard)) where here == there: nil
      case (.cases(let here, _), .topic(let there, .errors)) where here == there: "true"
      default: nil
      }
    let address = HTML.Attribute("href", link(map.address(of: target)))
    return .node(
      "a", [address] + (current.map { [HTML.Attribute("aria-current", $0)] } ?? []), [.text(text)])
  }
}
