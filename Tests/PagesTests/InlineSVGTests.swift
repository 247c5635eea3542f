import Testing

@testable import Pages

@Suite struct InlineSVGTests {
  private let svg = """
    <?xml version="1.0" encoding="utf-8"?>
    <svg
     viewBox="0 0 10 10">
    <title>Gnuplot</title>
    <desc>Produced by GNUPLOT</desc>
    <g id="canvas"><circle id='dot'/><use xlink:href='#dot' id='dot2'/><use href="#dot2"/>
    <rect filter='url(#dot)'/></g></svg>
    """

  @Test func onlyTheElementStays() {
    let inline = InlineSVG.markup(svg, prefix: "f1", title: "T")
    #expect(inline.hasPrefix("<svg role=\"img\" aria-label=\"T\"\n viewBox"))
    #expect(!inline.contains("<?xml"))
    #expect(!inline.contains("Gnuplot"))
    #expect(!inline.contains("GNUPLOT"))
  }

  @Test func idsAndReferencesToThemHaveThePrefix() {
    let inline = InlineSVG.markup(svg, prefix: "f1", title: "T")
    for part in [
      "<g id=\"f1-canvas\">", "id='f1-dot'", "xlink:href='#f1-dot' id='f1-dot2'",
      "href=\"#f1-dot2\"", "url(#f1-dot)",
    ] {
      #expect(inline.contains(part), "\(part)")
    }
  }

  @Test func twoFiguresShareNoId() {
    func ids(_ prefix: String) -> Set<Substring> {
      let text = InlineSVG.markup(svg, prefix: prefix, title: "T")
      return Set(text.matches(of: /\ id=["']([^"']+)["']/).map(\.output.1))
    }
    #expect(ids("a").count == 3)
    #expect(ids("a").isDisjoint(with: ids("b")))
  }
}
