import Foundation
import SQLite
import Testing

/// What the world can do to a command: a full disk, a newer database, a missing program.
@Suite struct DisasterTests {
  @Test func aDatabaseOfANewerVersionIsLeftAlone() throws {
    try Workplace.with { place in
      try importTiny(place)
      do {
        let database = try Connection(path: place.url("nightlight.sqlite").path)
        try database.setUserVersion(999)
      }
      let before = try Data(contentsOf: place.url("nightlight.sqlite"))
      let result = try place.run("nightlight-corpus", ["list"])
      #expect(result.status == 1)
      #expect(result.error.contains("nightlight.sqlite"), "\(result.error)")
      #expect(result.error.contains("999"), "\(result.error)")
      #expect(try Data(contentsOf: place.url("nightlight.sqlite")) == before)
    }
  }

  @Test func aFullDiskKeepsTheDatabaseAsItWas() throws {
    try Workplace.with(conversations: 4000) { place in
      try place.write(
        "small.jsonl", #"{"id":"c","messages":[{"author":"a","text":"hello"}]}"# + "\n")
      let kept = try place.run(
        "nightlight-corpus", ["import", "--format", "jsonl", "small.jsonl", "--name", "kept"])
      #expect(kept.status == 0, "\(kept.error)")
      let before = try place.run("nightlight-corpus", ["list", "--json"]).output
      // A file may grow to 100 KiB and no further: the system's own way to say that there is no room.
      let tool = Tool.products.appending(path: "nightlight-corpus").path
      let full = try Tool("sh", in: place.folder, executable: "/bin/sh").run([
        "-c",
        "trap '' XFSZ; ulimit -f 200; exec '\(tool)' import --format jsonl tiny.jsonl --name big",
      ])
      #expect(full.status == 1, "\(full.error)")
      #expect(full.error.contains("nightlight.sqlite"), "\(full.error)")
      #expect(try place.run("nightlight-corpus", ["list", "--json"]).output == before)
    }
  }

  @Test func aMissingGnuplotIsNamedAndNoHalfReportIsLeft() throws {
    try Workplace.with { place in
      try importTiny(place)
      let run = try place.run(
        "nightlight-bench", ["run", "--corpus", "tiny", "--detectors", "naive-bayes,shortcut"])
      #expect(run.status == 0, "\(run.error)")
      let before = try place.files()
      let result = try place.run(
        "nightlight-report", ["build", "--output", "report"],
        environment: ["PATH": place.folder])
      #expect(result.status == 1)
      #expect(result.error.contains("gnuplot"), "\(result.error)")
      #expect(try place.files() == before)
    }
  }

  @Test(arguments: [
    ("nightlight-scan", ["train", "--corpus", "tiny", "--detector", "naive-bayes", "--output"]),
    ("nightlight-corpus", ["export", "tiny", "--output"]),
    ("nightlight-corpus", ["generate", "--recipe", KillTests.smoke, "--output"]),
  ])
  func anUnwritablePlaceIsNamed(_ tool: String, _ words: [String]) throws {
    try Workplace.with { place in
      try importTiny(place)
      let before = try place.files()
      let result = try place.run(tool, words + ["none/out"])
      #expect(result.status == 1, "\(result.error)")
      #expect(result.error.contains("none/out: No such file or directory"), "\(result.error)")
      #expect(try place.files() == before)
    }
  }

  @Test func readingMakesNoEmptyDatabase() throws {
    try Workplace.with { place in
      let result = try place.run("nightlight-bench", ["runs"])
      #expect(result.status == 1)
      #expect(result.error.contains("nightlight.sqlite: there is no database"), "\(result.error)")
      #expect(try place.files() == ["tiny.jsonl"])
    }
  }

  private func importTiny(_ place: Workplace) throws {
    let result = try place.run(
      "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "tiny"])
    try #require(result.status == 0, "\(result.error)")
  }
}
