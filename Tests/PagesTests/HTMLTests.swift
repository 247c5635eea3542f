import Testing

@testable import Pages

@Suite struct HTMLTests {
  @Test func textAndAttributesAreEscaped() {
    let html = HTML.element(
      "p", ["title": "\"'<&>"], ["<script>alert('x')</script> & more \"so\""])
    #expect(
      html.rendered
        == "<p title=\"&quot;&#39;&lt;&amp;&gt;\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
        + " &amp; more &quot;so&quot;</p>\n")
  }

  @Test func interpolatedTextIsEscapedToo() {
    let name = "<b>"
    #expect((HTML.element("span", ["corpus \(name)"])).rendered == "<span>corpus &lt;b&gt;</span>")
  }

  @Test func trustedMarkupIsWrittenAsItIs() {
    #expect(HTML.trusted("<svg/>").rendered == "<svg/>")
    #expect(HTML.fragment(["a", .trusted("<br>"), "b"]).rendered == "a<br>b")
  }

  @Test func controlCharactersDoNotReachThePage() {
    #expect(HTML.escaped("a\u{0}b\u{1b}c\u{85}\n\t") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\n\t")
  }

  @Test func emptyElementsHaveNoEndTag() {
    #expect(HTML.element("meta", ["charset": "utf-8"]).rendered == "<meta charset=\"utf-8\">")
    #expect(
      HTML.node("input", [HTML.Attribute("disabled", nil)], []).rendered == "<input disabled>")
  }

  @Test func linksCarryTheirAddress() {
    #expect(
      HTML.link("a/b.tsv?x=1&y", "data").rendered == "<a href=\"a/b.tsv?x=1&amp;y\">data</a>")
  }

  @Test func aNameThatIsNoNameIsAProgrammingError() async {
    await #expect(processExitsWith: .failure) { _ = HTML.element("p onload=x").rendered }
    await #expect(processExitsWith: .failure) {
      _ = HTML.node("p", [HTML.Attribute("a b", "c")], []).rendered
    }
    await #expect(processExitsWith: .failure) { _ = HTML.element("br", ["text"]).rendered }
  }
}
