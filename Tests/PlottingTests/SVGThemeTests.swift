import Testing

@testable import Plotting

@Suite struct SVGThemeTests {
  @Test func theTitleAndTheStyleReplaceTheNameOfTheProgram() {
    let svg = SVGTheme.applied(to: "<svg><title>Gnuplot</title><g/></svg>", title: "a < b & c")
    #expect(svg.hasPrefix("<svg><title>a &lt; b &amp; c</title>\n<style>\n@media"))
    #expect(svg.hasSuffix("</style><g/></svg>"))
  }

  @Test func anSVGWithoutThatTitleIsLeftAlone() {
    #expect(SVGTheme.applied(to: "<svg/>", title: "x") == "<svg/>")
  }

  @Test func coloursAreFoundInTheFormsThatGnuplotWrites() {
    let style = SVGTheme.style
    #expect(style.contains("[stroke=\"rgb(  0, 114, 178)\"]{stroke:#3f9fe0}"))
    #expect(style.contains("[color=\"rgb(  0, 114, 178)\"]{color:#3f9fe0}"))
    #expect(style.contains("[fill=\"rgb(42,45,51)\"]"))
    #expect(style.contains("[fill=\"#ffffff\"]{fill:#15181d}"))
  }
}
