/// A picture with its caption and the files it was made from.
public struct Figure: Sendable, Equatable {
  /// The `id` of the figure: a letter, then letters, digits and hyphens; unique on its page.
  public var id: String
  /// What the picture shows, for those who cannot see it.
  public var title: String
  /// The SVG of gnuplot.
  public var svg: String
  /// The sentences below it.
  public var caption: [HTML]
  /// Links to its files: name and address.
  public var files: [(name: String, address: String)]

  /// A figure.
  public init(
    id: String, title: String, svg: String, caption: [HTML],
    files: [(name: String, address: String)] = []
  ) {
    (self.id, self.title, self.svg, self.caption, self.files) = (id, title, svg, caption, files)
  }

  /// The figure with its SVG inline.
  public var html: HTML {
    var below = caption
    if !files.isEmpty {
      below.append(" ")
      let links = files.flatMap { file in
        [HTML.text(" · "), HTML.link(file.address, file.name)]
      }
      below.append(.element("span", ["class": "files"], ["Files"] + links))
    }
    // On a narrow screen it scrolls in a frame of its own rather than shrinking its words away.
    let frame = HTML.element(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": title],
      [.trusted(InlineSVG.markup(svg, prefix: id, title: title))])
    return .element("figure", ["id": id], [frame, .element("figcaption", below)])
  }

  /// Whether two figures are the same.
  public static func == (a: Figure, b: Figure) -> Bool {
    a.id == b.id && a.title == b.title && a.svg == b.svg && a.caption == b.caption
      && a.files.elementsEqual(b.files) { $0 == $1 }
  }
}
