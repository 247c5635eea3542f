import Testing

@testable import Plotting

@Suite struct SVGTrimTests {
  @Test func coordinatesOfPathsLoseWhatNoEyeSees() {
    let svg = "<path stroke-width='1.25' d='M75.48,411.75 L5.2,7  '/><text x='1.25'>1.25 d=</text>"
    #expect(
      SVGTrim.applied(to: svg)
        == "<path stroke-width='1.25' d='M75.4,411.7 L5.2,7  '/><text x='1.25'>1.25 d=</text>")
  }

  @Test func groupsThatHoldNothingGo() {
    let svg = "<svg>\n<g fill=\"none\" color=\"black\">\n</g>\n<g id=\"a\">\n\t<path/></g>\n</svg>"
    #expect(SVGTrim.applied(to: svg) == "<svg>\n<g id=\"a\">\n\t<path/></g>\n</svg>")
  }

  @Test func filtersGo() {
    let svg = "<defs>\n\t<filter id='a'>\n\t  <feFlood/>\n\t</filter>\n<path/></defs>"
    #expect(SVGTrim.applied(to: svg) == "<defs>\n<path/></defs>")
  }

  @Test func whatIsCutOffStaysAsItIs() {
    for svg in ["", "<g ", "<path d='M1.", "no picture – 1.25"] {
      #expect(SVGTrim.applied(to: svg) == svg)
    }
  }
}
