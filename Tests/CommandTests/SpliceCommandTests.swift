import Foundation
import Testing

/// Pages filled from the commands that stand in them.
@Suite struct SpliceCommandTests {
  private let mark = "<!-- nightlight-report table --data t.json --metrics auroc,f1 -->"

  /// A folder with a small table and a page that asks for it.
  private func withPage(_ body: (Tool, URL) throws -> Void) throws {
    try Tool.inTemporaryFolder { folder in
      let files = URL(fileURLWithPath: folder)
      let pages = files.appending(path: "pages")
      try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: false)
      let table = """
        {"corpus":"small","track":"template-ood","rows":[{"detector":"lexicon","kind":"builtin",\
        "policy":"threshold","view":"full","objective":"f1","n":40,"n_positive":8,"coverage":1,\
        "metrics":{"auroc":0.75,"f1":0.5},"intervals":{"auroc":[0.5,0.875]}}]}
        """
      try Data(table.utf8).write(to: pages.appending(path: "t.json"))
      try Data("# Page\n\n\(mark)\n<!-- end -->\n".utf8)
        .write(to: pages.appending(path: "page.md"))
      try body(Tool("nightlight-report", in: folder), pages.appending(path: "page.md"))
    }
  }

  @Test func onePassFillsThePageAndTheCheckFindsEveryChange() throws {
    try withPage { tool, page in
      let check = ["splice", "--check", "pages/page.md"]
      let before = try tool.run(check)
      #expect(before.status == 2)
      #expect(before.error.contains("pages/page.md:3: not what this mark's command makes"))
      #expect(try tool.run(["splice", "pages/page.md"]).status == 0)
      let text = try String(contentsOf: page, encoding: .utf8)
      #expect(text.contains("| `lexicon` | 0.750 [0.500, 0.875] | 0.500 |"), "\(text)")
      #expect(try tool.run(check).status == 0)
      try Data(text.replacing("0.750", with: "0.950").utf8).write(to: page)
      #expect(try tool.run(check).status == 2)
    }
  }

  @Test(arguments: [
    ("--metrics", "--metrix", "pages/page.md:3: Unknown option '--metrix'"),
    ("auroc,f1", "auroc,f9", "pages/page.md:3: Unknown metric 'f9'"),
    ("auroc,f1", "auroc@iid", "pages/page.md:3: Unknown metric 'auroc@iid'"),
    ("t.json", "other.json", "pages/page.md:3: other.json: No such file or directory"),
    ("<!-- end -->", "", "pages/page.md:3: a mark without an end"),
    ("report table", "report tabel", "pages/page.md:3: Unknown command 'tabel'"),
  ])
  func aWrongMarkChangesNothing(part: String, other: String, sentence: String) throws {
    try withPage { tool, page in
      let text = try String(contentsOf: page, encoding: .utf8).replacing(part, with: other)
      try Data(text.utf8).write(to: page)
      let result = try tool.run(["splice", "pages/page.md"])
      #expect(result.status == 3)
      #expect(result.error.contains(sentence), "\(result.error)")
      #expect(try String(contentsOf: page, encoding: .utf8) == text)
    }
  }

  @Test func readmeIsWhatTheCommittedDataMakes() throws {
    try Tool.inTemporaryFolder { folder in
      let page = Tool.root.appending(path: "README.md").path
      let result = try Tool("nightlight-report", in: folder).run(["splice", "--check", page])
      #expect(result.status == 0, "\(result.error)")
    }
  }
}
