import Testing

@testable import Pages

@Suite struct HTMLDocumentTests {
  private let page = HTMLDocument(
    title: "A & <B>", content: [.element("h1", ["Hello"])], footer: ["bye"])

  @Test func theShellIsComplete() {
    let text = page.rendered
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(text.contains("<title>A &amp; &lt;B&gt;</title>"))
    #expect(text.contains("<a class=\"skip\" href=\"#content\">Skip to the content</a>"))
    #expect(text.contains("<main id=\"content\"><h1>Hello</h1>"))
    #expect(text.contains("<footer>bye</footer>"))
    #expect(text.contains("<meta name=\"viewport\""))
    #expect(text.hasSuffix("</html>\n"))
  }

  @Test func theFooterIsLeftOutWhenEmpty() {
    #expect(!HTMLDocument(title: "t", content: []).rendered.contains("<footer"))
  }

  @Test func thePageAsksNoNetworkForAnything() {
    let text = page.rendered
    for way in ["http:", "https:", "@import", "url(", "<link", "src="] {
      #expect(!text.contains(way), "\(way)")
    }
    #expect(text.contains("default-src &#39;none&#39;"))
  }
}
