import Foundation
import Testing

/// The pictures of the history, its export, and how its files merge.
@Suite struct HistoryCommandTests {
  @Test func everyCaseIsDrawnOnAPage() throws {
    try HistoryRepository.with(commits: 10) { repository in
      try repository.write([(1, 5), (2, 5)])
      let result = try repository.perf("history", "--output", "out")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "out/index.html\n")
      let page = try String(contentsOfFile: repository.folder + "/out/index.html", encoding: .utf8)
      #expect(page.contains("<code>\(repository.commits[5].prefix(10))</code>"))
      #expect(page.contains("+100.0 %"))
      let other = try repository.perf("history", "--output", ".")
      #expect(other.status == 1)
      #expect(other.error.contains("expected a new folder"))
      try repository.write("")
      let empty = try repository.perf("history", "--output", "out")
      #expect(empty.status == 1)
      #expect(empty.error.contains("'nightlight-perf record' adds some"))
    }
  }

  @Test func theFiguresOfACommitAreExported() throws {
    try HistoryRepository.with(commits: 3) { repository in
      var text = ""
      for (number, commit) in repository.commits.prefix(2).enumerated() {
        text += HistoryRepository.line(commit, Double(10 + number), name: "rows", unit: "rows")
        text += HistoryRepository.line(
          commit, 0.5, name: "f1 svm", kind: "quality", unit: "", better: "higher")
      }
      try repository.write(text)
      func object(_ text: String) throws -> NSObject? {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject
      }
      let bencher = try repository.perf("export", "--format", "bencher", "--output", "b.json")
      #expect(bencher.status == 0 && bencher.output == "", "\(bencher.error)")
      let written = try String(contentsOfFile: repository.folder + "/b.json", encoding: .utf8)
      // HEAD itself has no figures: the newest commit that has some counts.
      #expect(
        try object(written)
          == object(#"{"rows":{"rows":{"value":11}},"f1 svm":{"score":{"value":0.5}}}"#))
      let format = "github-action-benchmark"
      let smaller = try repository.perf("export", "--format", format, "--commit", "HEAD~2")
      #expect(try object(smaller.output) == object(#"[{"name":"rows","unit":"rows","value":10}]"#))
      #expect(smaller.error.contains("1 figures go the other way"))
      let bigger = try repository.perf("export", "--format", format, "--better", "bigger")
      #expect(
        try object(bigger.output) == object(#"[{"name":"f1 svm","unit":"score","value":0.5}]"#))
      let none = try repository.perf("export", "--format", "bencher", "--commit", "HEAD")
      #expect(none.status == 1)
      #expect(none.error.contains("no figure of 'HEAD'"))
      #expect(
        try repository.perf("export", "--format", "bencher", "--better", "bigger").status == 64)
      #expect(try repository.perf("export", "--format", "other").status == 64)
    }
  }

  @Test func severalEnvironmentsOfACommitMustBeToldApart() throws {
    try HistoryRepository.with(commits: 1) { repository in
      let commit = repository.commits[0]
      try repository.write(
        HistoryRepository.line(commit, 1) + HistoryRepository.line(commit, 2, environment: "ab12"))
      let result = try repository.perf("export", "--format", "bencher")
      #expect(result.status == 1)
      #expect(result.error.contains("choose one with --environment: ab12, c1a0b2d4e5f60718"))
      let one = try repository.perf("export", "--format", "bencher", "--environment", "ab")
      #expect(one.status == 0 && one.output.contains("\"value\" : 2"), "\(one.output)")
    }
  }

  @Test func branchesThatBothAddLinesMergeWithoutAConflict() throws {
    try HistoryRepository.with(commits: 1) { repository in
      let attributes = try Data(contentsOf: Tool.root.appending(path: ".gitattributes"))
      try attributes.write(to: URL(fileURLWithPath: repository.folder + "/.gitattributes"))
      let start = HistoryRepository.line(repository.commits[0], 1)
      try repository.write(start)
      try repository.git("add", ".gitattributes", "Datasets")
      try repository.commit("history")
      try repository.git("checkout", "-q", "-b", "branch")
      let ours = HistoryRepository.line(repository.commits[1], 2)
      try repository.write(start + ours)
      try repository.git("commit", "-q", "-a", "-m", "branch")
      try repository.git("checkout", "-q", "main")
      let theirs = HistoryRepository.line(repository.commits[1], 3, environment: "ab12")
      try repository.write(start + theirs)
      try repository.git("commit", "-q", "-a", "-m", "main")
      try repository.git("merge", "-q", "--no-edit", "branch")
      let path = repository.folder + "/Datasets/history/perf.jsonl"
      let merged = try String(contentsOfFile: path, encoding: .utf8)
      for line in [start, ours, theirs] { #expect(merged.contains(line)) }
      #expect(merged.split(separator: "\n").count == 3)
      #expect(try repository.perf("changes").status == 0)
    }
  }
}
