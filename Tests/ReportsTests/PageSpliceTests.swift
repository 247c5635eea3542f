import Reports
import Testing

@Suite struct PageSpliceTests {
  private let page = """
    # A page

    <!-- nightlight-report table --metrics auroc -->
    old
    older
    <!-- end -->
    between
      <!-- nightlight-report plot f-latency -->
    <!-- end -->
    after

    """

  @Test func everyMarkIsFilledAndTheRestStays() throws {
    let splice = try PageSplice(page, path: "p.md")
    #expect(splice.marks.map(\.line) == [3, 8])
    #expect(splice.marks[0].words == ["table", "--metrics", "auroc"])
    let filled = splice.filled { $0.words[0] == "table" ? "| new |\n" : "![x](y)\n<!-- z -->\n" }
    #expect(
      filled == """
        # A page

        <!-- nightlight-report table --metrics auroc -->
        | new |
        <!-- end -->
        between
          <!-- nightlight-report plot f-latency -->
        ![x](y)
        <!-- z -->
        <!-- end -->
        after

        """)
  }

  @Test func fillingTwiceChangesNothing() throws {
    let answer = { (mark: PageSplice.Mark) in "\(mark.words.count)\n" }
    let once = try PageSplice(page, path: "p.md").filled(answer)
    #expect(try PageSplice(once, path: "p.md").filled(answer) == once)
    try PageSplice(once, path: "p.md").check(answer)
  }

  @Test func aPageThatDiffersIsOutdatedAtItsMarks() throws {
    let splice = try PageSplice(page, path: "p.md")
    let error = #expect(throws: ReportError.self) {
      try splice.check { $0.line == 3 ? "old\nolder\n" : "new" }
    }
    #expect(error == .outdatedPage(path: "p.md", lines: [8]))
  }

  @Test(arguments: [
    ("<!-- nightlight-report table -->\nx\n", 1, "a mark without an end"),
    ("a\n<!-- end -->\n", 2, "an end without a mark"),
    (
      "<!-- nightlight-report table -->\n\n<!-- nightlight-report table -->\n<!-- end -->\n", 3,
      "before the end of the one in line 1"
    ),
  ])
  func brokenMarksAreErrorsWithTheirLine(text: String, line: Int, sentence: String) throws {
    let error = #expect(throws: ReportError.self) { try PageSplice(text, path: "p.md") }
    let words = try #require(error).description
    #expect(words.hasPrefix("p.md:\(line): ") && words.contains(sentence), "\(words)")
  }

  @Test func aMarkInsideAFenceIsAnExample() throws {
    let text = "```\n<!-- nightlight-report table -->\n```\n<!-- a comment -->\n"
    #expect(try PageSplice(text, path: "p.md").marks.isEmpty)
  }
}
