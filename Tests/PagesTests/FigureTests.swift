import Testing

@testable import Pages

@Suite struct FigureTests {
  private let figure = Figure(
    id: "roc", title: "Recall <high>", svg: "<svg viewBox='0 0 1 1'><path id='a'/></svg>",
    caption: ["Up is better."], files: [("tsv", "figures/roc.tsv"), ("gp", "figures/roc.gp")])

  @Test func theFigureHasCaptionFilesAndName() {
    #expect(
      figure.html.rendered == """
        <figure id="roc"><div class="scroll" tabindex="0" role="region" \
        aria-label="Recall &lt;high&gt;"><svg role="img" aria-label="Recall &lt;high&gt;" viewBox='0 0 1 1'>\
        <path id='roc-a'/></svg></div>
        <figcaption>Up is better. <span class="files">Files · \
        <a href="figures/roc.tsv">tsv</a> · <a href="figures/roc.gp">gp</a></span></figcaption>
        </figure>

        """)
  }

  @Test func filesCountInEquality() {
    var other = figure
    #expect(other == figure)
    other.files.removeLast()
    #expect(other != figure)
  }
}
